package io.tidewatch.api.question;

import static io.tidewatch.api.question.Param.optional;
import static io.tidewatch.api.question.Param.required;

import io.tidewatch.api.strategy.Scenario;
import io.tidewatch.api.strategy.StrategyQuery;
import io.tidewatch.api.view.Answer;
import io.tidewatch.model.behavior.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Questions of whoever plans a category. */
final class StrategyQuestions {
  private static final Duration USUAL = Duration.ofDays(28);
  private static final Param CATEGORY =
      required("category", "A category by id or name; those below it count too.", "美妆个护");
  private static final Param BRAND = optional("brand", "A brand by id, name or alias.", "兰蔻");
  private static final Param BRAND_NEEDED =
      required("brand", "A brand by id, name or alias.", "兰蔻");
  private static final Param FROM =
      optional("from", "Inclusive start. Default: 28 days before the end.", "2025-06-01");
  private static final Param TO =
      optional("to", "Exclusive end. Default: just after the newest behaviour.", "2025-07-01");
  private static final Param SCENARIO = required(
      "scenario",
      "launch (a new product), growth (a larger category) or upgrade (a dearer brand).",
      "launch");

  private final Rooms rooms;

  StrategyQuestions(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Question> all() {
    return List.of(
        new Question(
            "strategy/market",
            "A category in this store: size, growth, concentration, brands by sales and talk, price"
                + " bands, seasons, with intervals.",
            List.of(CATEGORY, FROM, TO, TrendQuestions.ZONE, KeywordArguments.LANG),
            arguments -> answer(arguments, query -> rooms.strategy().market(query))),
        new Question(
            "strategy/segments",
            "Who buys a category: newcomers, spending power, price bands, attributes, with the"
                + " brand's part; no group below 50 people.",
            List.of(CATEGORY, BRAND, FROM, TO, TrendQuestions.ZONE, KeywordArguments.LANG),
            arguments -> answer(arguments, query -> rooms.strategy().segments(query))),
        new Question(
            "strategy/competition",
            "A brand beside its rivals: sales, talk, prices, people by state, who wins whose buyers,"
                + " aspects, keywords that rivals own.",
            List.of(CATEGORY, BRAND_NEEDED, FROM, TO, TrendQuestions.ZONE, KeywordArguments.LANG),
            arguments -> answer(arguments, query -> rooms.strategy().competition(query))),
        new Question(
            "strategy/insight",
            "A guided scenario in steps: finding, figures, evidence, the decision it suggests, the"
                + " command that goes deeper.",
            List.of(
                CATEGORY,
                BRAND_NEEDED,
                SCENARIO,
                FROM,
                TO,
                TrendQuestions.ZONE,
                KeywordArguments.LANG),
            arguments -> {
              Scenario scenario = arguments.oneOf("scenario", Scenario.class);
              return answer(arguments, query -> rooms.strategy().insight(query, scenario));
            }));
  }

  private Answer answer(Arguments arguments, Function<StrategyQuery, List<?>> asked) {
    arguments.required("category");
    String category = arguments.category("category", rooms.catalogue());
    String brand = arguments.brand("brand", rooms.catalogue());
    Instant given = arguments.instant("from");
    Locale language = arguments.language("lang");
    Optional<Instant> to = end(arguments);
    if (to.isEmpty() || category == null) {
      return new Answer.Rows(List.of());
    }
    Instant from = given == null ? to.get().minus(USUAL) : given;
    if (!from.isBefore(to.get())) {
      throw new IllegalArgumentException(
          "from: a time before " + to.get() + " is required, got " + from);
    }
    return new Answer.Rows(asked.apply(new StrategyQuery(
        category, brand, new Window(from, to.get(), arguments.zone()), language)));
  }

  /** The time asked for, or just after the newest event; empty without any. */
  private Optional<Instant> end(Arguments arguments) {
    Instant given = arguments.instant("to");
    return given != null
        ? Optional.of(given)
        : rooms.behavior().newestEventTime().map(newest -> newest.plusMillis(1));
  }
}
