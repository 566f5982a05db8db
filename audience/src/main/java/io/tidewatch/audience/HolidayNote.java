package io.tidewatch.audience;

import io.tidewatch.audience.holiday.HolidayCategory;
import io.tidewatch.audience.holiday.HolidayWord;
import io.tidewatch.audience.selection.Fusion;
import io.tidewatch.audience.selection.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

  /** Of a model, with at most so many effects. */
  static HolidayNote of(HolidayModel model, int effects, Wording wording, Locale lang) {
    Fusion fusion = model.fusion();
    int positives = model.sample().sample().positives();
    return new HolidayNote(
        model.topics().run().id(),
        model.topics().run().start(),
        model.topics().run().end(),
        model.topics().words(),
        model.topics().categories(),
        positives,
        model.sample().sample().size() - positives,
        fusion.holidayWeight(),
        fusion.scale().name().toLowerCase(Locale.ROOT),
        fusion.milestones(),
        notes(model, wording),
        model.scorer().effects().stream().limit(effects).map(e -> e.words(lang)).toList(),
        model.scorer().card());
  }

  private static List<Reason> notes(HolidayModel model, Wording wording) {
    var notes = new ArrayList<Reason>();
    if (model.topics().categories().isEmpty()) {
      notes.add(Reason.of(
          "no-holiday-words",
          wording.say(
              "去年该节日没有足够多人搜索的节日词,以品牌所在类目代替节日类目",
              "Too few searched any word of the holiday last year; the brand's own categories stand"
                  + " for the holiday's")));
    }
    if (model.fusion().trials().isEmpty()) {
      notes.add(Reason.of(
          "untuned-fusion",
          wording.say(
              "去年节日之前的数据不足,无法选择融合权重,日常模型与节日模型各占一半",
              "Too little before last year's run to choose a weight by; the daily and the holiday"
                  + " model weigh the same")));
    }
    return notes;
  }
}
