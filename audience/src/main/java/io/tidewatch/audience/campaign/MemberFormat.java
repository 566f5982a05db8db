package io.tidewatch.audience.campaign;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file of members before they are compressed: a mark, the names of directions and
 * channels, then one member after another with places of names instead of the names.
 */
final class MemberFormat {
  private static final int MARK = 0x54574331;

  private MemberFormat() {}

  static void write(List<Member> members, DataOutputStream out) throws IOException {
    var directions = new LinkedHashSet<String>();
    var channels = new LinkedHashSet<String>();
    for (Member member : members) {
      directions.addAll(member.directions().keySet());
      String channel = member.channel();
      if (channel != null) {
        channels.add(channel);
      }
    }
    List<String> directionNames = List.copyOf(directions);
    List<String> channelNames = List.copyOf(channels);
    out.writeInt(MARK);
    names(directionNames, out);
    names(channelNames, out);
    out.writeInt(members.size());
    for (Member member : members) {
      out.writeInt(member.place());
      text(member.userId(), out);
      out.writeBoolean(member.group() == Group.TREATED);
      String channel = member.channel();
      out.writeShort(channel == null ? -1 : channelNames.indexOf(channel));
      out.writeDouble(member.score());
      out.writeByte(member.directions().size());
      for (var direction : member.directions().entrySet()) {
        out.writeByte(directionNames.indexOf(direction.getKey()));
        out.writeDouble(direction.getValue());
      }
    }
  }

  private static void names(List<String> names, DataOutputStream out) throws IOException {
    out.writeShort(names.size());
    for (String name : names) {
      text(name, out);
    }
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static List<Member> read(InputStream file) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file, 1 << 16)));
    if (in.readInt() != MARK) {
      throw new IOException("a file of members is required");
    }
    List<String> directionNames = names(in);
    List<String> channelNames = names(in);
    int count = in.readInt();
    var members = new ArrayList<Member>(count);
    for (int i = 0; i < count; i++) {
      int place = in.readInt();
      String userId = text(in);
      Group group = in.readBoolean() ? Group.TREATED : Group.HELD_OUT;
      int channel = in.readShort();
      double score = in.readDouble();
      var directions = new LinkedHashMap<String, Double>();
      for (int left = in.readByte(); left > 0; left--) {
        directions.put(directionNames.get(in.readByte()), in.readDouble());
      }
      @Nullable String named = channel < 0 ? null : channelNames.get(channel);
      members.add(new Member(place, userId, group, named, score, directions));
    }
    return members;
  }

  private static List<String> names(DataInputStream in) throws IOException {
    int count = in.readShort();
    var names = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      names.add(text(in));
    }
    return names;
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
