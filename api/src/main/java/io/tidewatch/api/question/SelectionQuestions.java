package io.tidewatch.api.question;

import static io.tidewatch.api.question.Param.number;
import static io.tidewatch.api.question.Param.optional;
import static io.tidewatch.api.question.Param.required;

import io.tidewatch.api.fusion.HolidayWindows;
import io.tidewatch.api.view.Answer;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.holiday.HolidayRun;
import io.tidewatch.audience.learning.SelectionDesk;
import io.tidewatch.audience.query.ExpansionQuery;
import io.tidewatch.audience.query.SelectionQuery;
import io.tidewatch.audience.selection.Cut;
import io.tidewatch.corpora.CommerceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Questions about whom a learned model selects. */
final class SelectionQuestions {
  static final int SIZE = 100;
  private static final double SHARE = 0.05;
  static final Param BRAND = required("brand", "A brand by id, name or alias.", "兰蔻");
  static final Param GOAL = optional(
      "goal",
      "What users are to reach in the next 28 days: deepen (be in I, P or L; default) or buy.",
      "deepen");

  private static final Param HOLIDAY = optional(
      "holiday",
      "An occasion by id or name: the daily model is joined with one that learned from its run last"
          + " year, lunar ones by the lunar calendar. The goal is then buy.",
      "双11");

  private final Rooms rooms;

  SelectionQuestions(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Question> all() {
    return List.of(
        new Question(
            "audience/select",
            "Users in O or A whom a model selects, best first: it learned from who moved towards the"
                + " brand and its rivals in the 28 days before.",
            List.of(
                BRAND,
                TrendQuestions.AS_OF,
                GOAL,
                number("size", "Users at most, 1 to 1000000. Default: 100, without a cut.", SIZE),
                optional("cut", "Least score instead of a size, 0 to 1.", "0.5"),
                HOLIDAY,
                KeywordArguments.LANG),
            this::select),
        new Question(
            "audience/sizes",
            "What a selection of a size is worth (PredictTA), measured on the 28 days before, beside"
                + " the rule \"who sought the category last\" and everybody.",
            List.of(BRAND, TrendQuestions.AS_OF, GOAL),
            arguments -> new Answer.Rows(rooms
                .selection()
                .sizes(
                    arguments.requiredBrand("brand", rooms.catalogue()),
                    arguments.instant("asOf"),
                    goal(arguments)))),
        new Question(
            "audience/evaluate",
            "How well selection and every baseline would have served the brand 28 days before T, judged"
                + " by what users did until T; the best first. Learns some thirty models: minutes on"
                + " large data.",
            List.of(
                BRAND,
                TrendQuestions.AS_OF,
                GOAL,
                optional("share", "Part of the universe that is taken, above 0 to 1.", "0.05")),
            this::evaluate),
        new Question(
            "audience/model",
            "What the model of a selection rests on: its sample, the weightiest features, its card.",
            List.of(BRAND, TrendQuestions.AS_OF, GOAL, HOLIDAY, KeywordArguments.LANG),
            arguments -> new Answer.Rows(
                rooms.selection().model(query(arguments, rooms, new Cut.AtSize(0))).stream()
                    .toList())));
  }

  private Answer select(Arguments arguments) {
    boolean cut = arguments.text("cut") != null;
    if (cut && arguments.text("size") != null) {
      throw new IllegalArgumentException("cut: either a cut or a size is required, got both");
    }
    return new Answer.Rows(rooms
        .selection()
        .select(query(
            arguments,
            rooms,
            cut
                ? new Cut.AtScore(share(arguments))
                : new Cut.AtSize(arguments.number("size", SIZE, 1, ExpansionQuery.MAX_SIZE)))));
  }

  private Answer evaluate(Arguments arguments) {
    String brand = arguments.requiredBrand("brand", rooms.catalogue());
    double share = arguments.text("share") == null ? SHARE : arguments.decimal("share");
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share: above 0 and at most 1 is required, got " + share);
    }
    Goal goal = goal(arguments);
    return new Answer.Rows(rooms
        .selection()
        .time(arguments.instant("asOf"))
        .map(end -> rooms.selectionTrials(SelectionDesk.PERIOD).evaluate(brand, goal, end, share))
        .orElse(List.of()));
  }

  private static double share(Arguments arguments) {
    double cut = arguments.decimal("cut");
    if (cut < 0 || cut > 1) {
      throw new IllegalArgumentException("cut: a number from 0 to 1 is required, got " + cut);
    }
    return cut;
  }

  static SelectionQuery query(Arguments arguments, Rooms rooms, Cut cut) {
    String brand = arguments.requiredBrand("brand", rooms.catalogue());
    HolidayRun holiday = holiday(arguments, rooms);
    boolean named = holiday == null || arguments.text("goal") != null;
    return new SelectionQuery(
        brand,
        arguments.instant("asOf"),
        named ? goal(arguments) : Goal.BUY,
        cut,
        holiday,
        arguments.language("lang"));
  }

  private static @Nullable HolidayRun holiday(Arguments arguments, Rooms rooms) {
    String name = arguments.text("holiday");
    if (name == null) {
      return null;
    }
    Instant time = rooms
        .selection()
        .time(arguments.instant("asOf"))
        .orElse(Instant.EPOCH.plus(Duration.ofDays(1)));
    return new HolidayWindows(CommerceCalendar.shipped(), arguments.zone()).lastRun(name, time);
  }

  private static Goal goal(Arguments arguments) {
    String goal = arguments.oneOf(
        "goal",
        Goal.DEEPEN.label(),
        Arrays.stream(Goal.values()).map(Goal::label).toList());
    return Goal.valueOf(goal.toUpperCase(Locale.ROOT));
  }
}
