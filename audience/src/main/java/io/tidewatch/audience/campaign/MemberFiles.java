package io.tidewatch.audience.campaign;

import io.tidewatch.model.campaign.Campaign.Members;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

/**
 * Members of campaigns as files of one folder, each written as a whole and never changed: an erasure
 * writes another file. Ids stand here and not in the database, so that deleting a file removes them
 * for good. For one thread at a time.
 */
public final class MemberFiles {
  private static final String SUFFIX = ".members";
  private static final String DRAFT = ".tmp";

  private final Path folder;

  /** {@code folder} is made when the first file is written. */
  public MemberFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes the members of a campaign; they are on disk when this returns. */
  public Members write(String campaignId, List<Member> members) {
    try {
      Files.createDirectories(folder);
      Path draft = folder.resolve(campaignId + DRAFT);
      String sha256 = draft(draft, members);
      String name = campaignId + "-" + sha256.substring(0, 16) + SUFFIX;
      Files.move(
          draft,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      sync(folder);
      int treated =
          (int) members.stream().filter(m -> m.group() == Group.TREATED).count();
      return new Members(name, sha256, treated, members.size() - treated);
    } catch (IOException e) {
      throw new UncheckedIOException("campaign: its members cannot be written", e);
    }
  }

  private static String draft(Path file, List<Member> members) throws IOException {
    MessageDigest digest = sha256();
    try (FileChannel channel = FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      var zipped = new GZIPOutputStream(
          new DigestOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), digest),
          1 << 16);
      var out = new DataOutputStream(new BufferedOutputStream(zipped, 1 << 16));
      MemberFormat.write(members, out);
      out.flush();
      zipped.finish();
      zipped.flush();
      channel.force(true);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Whether the file lies in this folder; another installation's does not. */
  public boolean holds(Members members) {
    return Files.exists(folder.resolve(members.file()));
  }

  /**
   * The members, best first.
   *
   * @throws IllegalStateException when the file is not the one that was written
   */
  public List<Member> read(Members members) {
    Path file = folder.resolve(members.file());
    try {
      if (!checksum(file).equals(members.sha256())) {
        throw new IllegalStateException("campaign: the members as they were written are required, "
            + members.file() + " has another checksum");
      }
      try (var in = Files.newInputStream(file)) {
        return MemberFormat.read(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("campaign: its members cannot be read", e);
    }
  }

  /** These without some users; the same file when nobody of them is a member. */
  public Members without(String campaignId, Members members, Predicate<String> user) {
    List<Member> all = read(members);
    List<Member> left = all.stream().filter(m -> !user.test(m.userId())).toList();
    return left.size() == all.size() ? members : write(campaignId, left);
  }

  /** Deletes every file that is not one of these. */
  public void keepOnly(Set<String> names) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!names.contains(String.valueOf(file.getFileName()))) {
          Files.delete(file);
        }
      }
      sync(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("campaign: old members cannot be deleted", e);
    }
  }

  private static String checksum(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      byte[] buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {
        // the digest takes what is read
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
