package io.tidewatch.audience.campaign;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The random draw of a campaign: who is held out, and to which channel the others go. A person's lot
 * is a keyed hash of campaign and person: it does not depend on score, order or other persons,
 * comes out the same whenever it is drawn, differs between campaigns, and cannot be foretold without
 * the key. All ids of a person have the same lot. Safe from any thread.
 */
public final class Allotment {
  /** Hexadecimal digits of a hash that make one number: 52 bits, which a double holds exactly. */
  private static final int DIGITS = 13;

  private static final double RANGE = 0x1p52;
  private static final double MOST = 0.9;

  private final String campaignId;
  private final double holdOut;
  private final List<String> channels;
  private final UnaryOperator<String> hash;

  /**
   * @param holdOut share of persons that is held out, 0 to 0.9
   * @param channels may be empty
   * @param hash keyed hash of a text, at least 26 hexadecimal digits
   */
  public Allotment(
      String campaignId, double holdOut, List<String> channels, UnaryOperator<String> hash) {
    if (!(holdOut >= 0 && holdOut <= MOST)) {
      throw new IllegalArgumentException(
          "holdOut: a share from 0 to " + MOST + " is required, got " + holdOut);
    }
    this.campaignId = campaignId;
    this.holdOut = holdOut;
    this.channels = List.copyOf(channels);
    this.hash = hash;
  }

  /** What a person drew; {@code channel} is null for who is held out and without channels. */
  public record Lot(Group group, @Nullable String channel) {}

  /** The lot of a person. */
  public Lot of(String personId) {
    String digits = hash.apply("campaign:" + campaignId + ":" + personId);
    if (uniform(digits, 0) < holdOut) {
      return new Lot(Group.HELD_OUT, null);
    }
    return new Lot(
        Group.TREATED,
        channels.isEmpty()
            ? null
            : channels.get((int) (uniform(digits, DIGITS) * channels.size())));
  }

  /** 0 inclusive to 1 exclusive. */
  private static double uniform(String digits, int from) {
    return Long.parseLong(digits.substring(from, from + DIGITS), 16) / RANGE;
  }
}
