package io.tidewatch.api.campaign;

import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.query.ExpansionQuery;
import io.tidewatch.audience.query.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A campaign to make.
 *
 * @param name not blank, at most 200 characters
 * @param id null makes one from the name
 * @param audience whom to look for
 * @param asked the same in words, without ids of users
 * @param goal what the selection model selects for, of the brand alone and at the audience's size;
 *     null takes whom the directions reach
 * @param model null for the directions alone
 */
public record NewCampaign(
    String name,
    @Nullable String id,
    String brandId,
    ExpansionQuery audience,
    String asked,
    double holdOut,
    String purpose,
    List<String> channels,
    @Nullable Goal goal,
    @Nullable String model) {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_WORDS = 40;
  private static final int MOST_CHANNELS = 20;
  private static final int LONGEST_CHANNEL = 64;

  public NewCampaign {
    channels = List.copyOf(channels);
    if (name.isBlank() || name.length() > LONGEST_NAME || name.contains("\n")) {
      throw new IllegalArgumentException("name: one line of 1 to " + LONGEST_NAME
          + " characters is required, got " + name.length() + " characters");
    }
    if (id != null && !ID.matcher(id).matches()) {
      throw new IllegalArgumentException("id: lower-case letters a to z, digits and hyphens, 64 at"
          + " most, are required, got " + id);
    }
    if (goal != null) {
      requireSelectable(audience);
    }
    if (purpose.isBlank()) {
      throw new IllegalArgumentException("purpose: is required, got nothing");
    }
    if (channels.size() > MOST_CHANNELS || new HashSet<>(channels).size() < channels.size()) {
      throw new IllegalArgumentException("channels: at most " + MOST_CHANNELS
          + " different ones are required, got " + String.join(", ", channels));
    }
    for (String channel : channels) {
      if (channel.length() > LONGEST_CHANNEL || channel.contains("\n")) {
        throw new IllegalArgumentException("channels: names of at most " + LONGEST_CHANNEL
            + " characters are required, got " + channel.length() + " characters");
      }
    }
  }

  private static void requireSelectable(ExpansionQuery audience) {
    if (!(audience.target() instanceof Target.OfBrand)
        || audience.breadth() != null
        || !audience.directions().isEmpty()) {
      throw new IllegalArgumentException(
          "select: a brand without seed, breadth and directions is required, since a model selects");
    }
    if (audience.size() == null) {
      throw new IllegalArgumentException("size: is required with select, got nothing");
    }
  }

  /** The id that was given, or one of ASCII letters alone, which suits files and addresses. */
  String idOrMade() {
    if (id != null) {
      return id;
    }
    String words =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    words = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
    boolean whole = name.toLowerCase(Locale.ROOT).replaceAll("[a-z0-9 _-]", "").isEmpty();
    return whole && !words.isEmpty() && name.length() <= LONGEST_WORDS
        ? words
        : (words.isEmpty() ? "c" : words) + "-" + digest(name);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
