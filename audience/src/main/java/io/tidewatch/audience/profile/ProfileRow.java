package io.tidewatch.audience.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a group's profile. All shares and the TGI are made from the rounded counts beside
 * them. The value {@code unknown} stands in every dimension.
 *
 * @param dimension such as {@code gender}, {@code spend} or {@code brand}
 * @param value such as {@code declared:女}, {@code 5} or the id of a brand
 * @param users of the group, a multiple of ten; null when suppressed
 * @param share of the group, 0 to 1; null when suppressed
 * @param base users of the base, a multiple of fifty; null for fewer than fifty
 * @param baseShare of the base, 0 to 1; null like {@code base}
 * @param tgi null without both shares, and for the unknown
 * @param suppressed whether the cell is withheld, because it is small or would give a small one away
 */
public record ProfileRow(
    String dimension,
    String value,
    String name,
    @Nullable Integer users,
    @Nullable Double share,
    @Nullable Integer base,
    @Nullable Double baseShare,
    @Nullable Index tgi,
    boolean suppressed,
    Group group) {

  /**
   * The TGI of a cell.
   *
   * @param low its 5 % bound
   */
  public record Index(@Nullable Double low, double value) {}

  /**
   * Whom a profile is about.
   *
   * @param asOf T, the start of a local day
   * @param users of the group who are in the base, a multiple of ten
   * @param base users of the base, a multiple of a hundred
   */
  public record Group(Instant asOf, int users, int base) {}
}
