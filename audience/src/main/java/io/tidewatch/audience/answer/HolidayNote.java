package io.tidewatch.audience.answer;

import io.tidewatch.audience.holiday.HolidayCategory;
import io.tidewatch.audience.holiday.HolidayWord;
import io.tidewatch.audience.selection.Trial;
import java.time.Instant;
import java.util.List;

/**
 * What a holiday model is and rests on, and how it joined the daily model. Names are the names in
 * JSON.
 *
 * @param occasion identifier of the holiday
 * @param start of the run that was learned from
 * @param end of it, exclusive
 * @param positives users who bought during the run, of all brands that were learned from
 * @param others users who did not
 * @param weight of the holiday model, 0 to 1; the daily model has the rest
 * @param scale what is added up, {@code log_odds} or {@code rank}
 * @param tuning the daily model alone, what was chosen, the holiday model alone; empty when there was
 *     nothing to choose by
 * @param notes what was missing
 * @param effects features, the weightiest first, in words
 * @param card what a reader must know before using the scores
 */
public record HolidayNote(
    String occasion,
    Instant start,
    Instant end,
    List<HolidayWord> words,
    List<HolidayCategory> categories,
    int positives,
    int others,
    double weight,
    String scale,
    List<Trial> tuning,
    List<Reason> notes,
    List<String> effects,
    String card) {

  public HolidayNote {
    words = List.copyOf(words);
    categories = List.copyOf(categories);
    tuning = List.copyOf(tuning);
    notes = List.copyOf(notes);
    effects = List.copyOf(effects);
  }
}
