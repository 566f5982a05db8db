package io.tidewatch.api.question;

import io.tidewatch.api.view.Answer;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.rule.Condition;
import io.tidewatch.model.rule.Rule;
import io.tidewatch.model.trend.KeyKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Questions about saved rules, and changes of them. */
final class RuleQuestions {
  private static final int MOST_PER_DAY = 4;
  private static final List<String> DETECTORS =
      List.of("rising", "growth", "level", "climb", "count", "sentiment");

  private static final List<Param> CONDITION = List.of(
      Param.required(
          "detector",
          "rising (score of a key), growth (lower bound of its growth), level (factor of its new"
              + " level), climb (lower bound of its growth in four weeks), count (units that match a"
              + " query) or sentiment (negative share of the documents that match a query).",
          "rising"),
      Param.optional("kind", "For rising, growth, level and climb: the kind of key.", "brand"),
      Param.optional("keys", "For these: only these keys, separated by commas; else all.", "瑞幸"),
      Param.optional("query", "For count and sentiment: a search query.", "brand:瑞幸 AND 排队"),
      Param.required("threshold", "The rule fires at this value and above.", "4"),
      Param.number("atLeast", "For sentiment: documents below which nothing is judged.", 20),
      Param.optional(
          "window",
          "Hours or days that are looked at, 1h to 28d, and how long a key must be silent to be news"
              + " again; default 24h. Level and climb look at 56 days; default 7d.",
          "24h"),
      Param.optional(
          "every",
          "Hours or days between evaluations, 1h to 28d; default 1h. Whole days for level and climb;"
              + " default 1d.",
          "1h"));

  private static final Param ID = Param.argument("id", "The id of a saved rule.", "luckin-rising");

  private final Rooms rooms;
  private final InstantSource clock;

  RuleQuestions(Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Question> all() {
    var adding = new ArrayList<Param>();
    adding.add(Param.argument("name", "What people call the rule.", "瑞幸升温"));
    adding.add(Param.optional("id", "Default: made from the name.", "luckin-rising"));
    adding.addAll(CONDITION);
    adding.add(Param.required("webhook", "A receiver of tidewatch.yaml.", "marketing"));
    adding.add(Param.optional("mutedUntil", "Findings before it are kept, not sent.", ""));
    adding.add(Param.number("mostPerDay", "Alerts a day that the test may show.", MOST_PER_DAY));
    adding.add(Param.flag("anyway", "Save it even if it would have told more often."));
    return List.of(
        new Question(
            "rules/list",
            "Every saved rule.",
            List.of(),
            arguments -> new Answer.Rows(rooms.rules().list())),
        new Question(
            "rules/test",
            "When a rule would have told something in the past eight weeks; saves nothing.",
            CONDITION,
            arguments ->
                new Answer.One(rooms.rules().test(rule(arguments, "test", "test", "none")))),
        new Question(
            "rules/alerts",
            "What rules found, newest first, with evidence and delivery.",
            List.of(
                Param.optional("rule", "Of this rule only, by id.", "luckin-rising"),
                TrendQuestions.TOP),
            arguments -> new Answer.Rows(rooms
                .rules()
                .alerts(arguments.text("rule"), arguments.number("top", 20, 1, 1000)))),
        Question.change(
            "rules/add",
            "Tests a rule over the past eight weeks, shows the outcome and saves it; a rule that"
                + " would have told too often is refused.",
            adding,
            this::add),
        Question.change(
            "rules/remove",
            "Removes a rule; what it found stays in the log.",
            List.of(ID),
            arguments -> new Answer.One(rooms.rules().remove(arguments.required("id")))),
        Question.change(
            "rules/mute",
            "Silences a rule until a time; without one it speaks again.",
            List.of(
                ID,
                Param.optional("until", "A date or an ISO-8601 time with offset.", "2026-01-01")),
            arguments -> new Answer.One(
                rooms.rules().mute(arguments.required("id"), arguments.instant("until")))),
        Question.change(
            "rules/run",
            "Evaluates the rules whose time has come and sends what waits; a server does so by"
                + " itself.",
            List.of(),
            arguments -> new Answer.One(rooms.rules().run())));
  }

  private Answer add(Arguments arguments) {
    String name = arguments.required("name");
    String slug =
        name.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    Rule rule = rule(
        arguments,
        arguments.text("id", slug.replaceAll("^-+|-+$", "")),
        name,
        arguments.required("webhook"));
    Instant muted = arguments.instant("mutedUntil");
    boolean anyway =
        arguments.oneOf("anyway", "false", List.of("true", "false")).equals("true");
    return new Answer.One(rooms
        .rules()
        .add(rule.muted(muted), arguments.number("mostPerDay", MOST_PER_DAY, 1, 1000), anyway));
  }

  private Rule rule(Arguments arguments, String id, String name, String webhook) {
    Condition condition = condition(arguments);
    boolean byDay = condition instanceof Condition.Level || condition instanceof Condition.Climb;
    return new Rule(
        id,
        name,
        condition,
        arguments.duration("window", byDay ? Duration.ofDays(7) : Duration.ofHours(24)),
        arguments.duration("every", byDay ? Duration.ofDays(1) : Duration.ofHours(1)),
        webhook,
        null,
        clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS));
  }

  private Condition condition(Arguments arguments) {
    String detector = arguments.oneOf("detector", "", DETECTORS);
    double threshold = arguments.decimal("threshold");
    boolean keyed = !detector.equals("count") && !detector.equals("sentiment");
    for (String other : keyed ? List.of("query", "atLeast") : List.of("kind", "keys")) {
      if (arguments.text(other) != null) {
        throw new IllegalArgumentException(other + ": nothing is required by detector " + detector
            + ", got " + arguments.text(other));
      }
    }
    return switch (detector) {
      case "rising" ->
        new Condition.Rising(arguments.oneOf("kind", KeyKind.class), keys(arguments), threshold);
      case "growth" ->
        new Condition.Growth(arguments.oneOf("kind", KeyKind.class), keys(arguments), threshold);
      case "level" ->
        new Condition.Level(arguments.oneOf("kind", KeyKind.class), keys(arguments), threshold);
      case "climb" ->
        new Condition.Climb(arguments.oneOf("kind", KeyKind.class), keys(arguments), threshold);
      case "count" -> new Condition.Count(arguments.required("query"), threshold);
      default ->
        new Condition.Negative(
            arguments.required("query"), threshold, arguments.number("atLeast", 20, 1, 1_000_000));
    };
  }

  /** Names of brands and products become their ids; other keys are taken as they are. */
  private List<String> keys(Arguments arguments) {
    KeyKind kind = arguments.oneOf("kind", KeyKind.class);
    return arguments.list("keys").stream()
        .map(key -> switch (kind) {
          case BRAND -> Arguments.resolve("keys", key, EntityKind.BRAND, rooms.catalogue());
          case PRODUCT -> Arguments.resolve("keys", key, EntityKind.PRODUCT, rooms.catalogue());
          case ASPECT, HASHTAG, TERM -> key;
        })
        .toList();
  }
}
