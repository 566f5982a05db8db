package io.tidewatch.audience.query;

import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.holiday.HolidayRun;
import io.tidewatch.audience.selection.Cut;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom to select for a brand.
 *
 * @param asOf T; null for just after the newest event
 * @param goal what they are to reach within the period
 * @param cut how many are taken
 * @param holiday last year's run of a holiday, whose model joins the daily one; null for the daily
 *     model alone
 * @param lang of texts: English for English, else Chinese
 */
public record SelectionQuery(
    String brandId,
    @Nullable Instant asOf,
    Goal goal,
    Cut cut,
    @Nullable HolidayRun holiday,
    Locale lang) {

  /** Checks that a holiday is asked about buying. */
  public SelectionQuery {
    if (holiday != null && goal != Goal.BUY) {
      throw new IllegalArgumentException(
          "goal: " + Goal.BUY.label() + " is required with a holiday, got " + goal.label());
    }
  }

  /** By the daily model alone. */
  public SelectionQuery(String brandId, @Nullable Instant asOf, Goal goal, Cut cut, Locale lang) {
    this(brandId, asOf, goal, cut, null, lang);
  }
}
