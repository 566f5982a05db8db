package io.tidewatch.api.question;

import static io.tidewatch.api.question.Param.number;
import static io.tidewatch.api.question.Param.optional;
import static io.tidewatch.api.question.Param.required;

import io.tidewatch.api.fusion.BrandComparison;
import io.tidewatch.api.fusion.TalkAndSales;
import io.tidewatch.api.fusion.TalkWithoutKeyword;
import io.tidewatch.api.view.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questions that join what is said with what is done, or several answers about talk. */
final class FusionQuestions {
  private static final Duration USUAL_STRETCH = Duration.ofDays(28);

  private final Rooms rooms;

  FusionQuestions(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Question> all() {
    return List.of(
        new Question(
            "trends/compare",
            "Brands or products side by side: share of voice, change, judgements by aspect, and the"
                + " words that tell one from the others.",
            List.of(
                required("of", "Names, ids or aliases, separated by commas.", "瑞幸,星巴克"),
                optional("from", "Inclusive start. Default: 28 days before the end.", "2025-06-01"),
                TrendQuestions.TO,
                TrendQuestions.ZONE,
                TrendQuestions.COUNT,
                TrendQuestions.SPAM),
            this::compare),
        new Question(
            "trends/lead-lag",
            "Whether talk of a brand goes before its orders or after them, with a placebo check. It"
                + " never says that one causes the other.",
            List.of(
                required("brand", "A brand by id, name or alias.", "兰蔻"),
                number("days", "Days that are compared, 28 to 730.", 90),
                TrendQuestions.AS_OF,
                TrendQuestions.ZONE),
            this::leadLag),
        new Question(
            "trends/gaps",
            "Rising talk that nobody searches for yet: products, hashtags and terms in no keyword of"
                + " the last 28 days.",
            List.of(
                optional("window", "Hours or days that end at asOf, 1h to 28d.", "24h"),
                TrendQuestions.AS_OF,
                TrendQuestions.TOP,
                TrendQuestions.ZONE),
            this::gaps));
  }

  private Answer compare(Arguments arguments) {
    List<String> ids = arguments.list("of").stream()
        .map(name -> Arguments.resolve("of", name, null, rooms.catalogue()))
        .distinct()
        .toList();
    if (ids.isEmpty() || ids.size() > 10) {
      throw new IllegalArgumentException("of: 1 to 10 names are required, got " + ids.size());
    }
    Optional<Instant> to = end(arguments, "to");
    if (to.isEmpty()) {
      return new Answer.Rows(List.of());
    }
    Instant from =
        Optional.ofNullable(arguments.instant("from")).orElse(to.get().minus(USUAL_STRETCH));
    if (!from.isBefore(to.get())) {
      throw new IllegalArgumentException(
          "from: a time before " + to.get() + " is required, got " + from);
    }
    return new Answer.Rows(new BrandComparison(rooms.trends(), rooms.talk(), rooms.catalogue())
        .of(ids, from, to.get(), arguments.zone(), TrendQuestions.counting(arguments)));
  }

  private Answer leadLag(Arguments arguments) {
    String brand = arguments.requiredBrand("brand", rooms.catalogue());
    int days = arguments.number("days", 90, 28, 730);
    return new Answer.One(end(arguments, "asOf")
        .map(to -> new TalkAndSales(rooms.trends(), rooms.behavior())
            .of(brand, to, days, arguments.zone()))
        .orElseGet(() -> TalkAndSales.Answer.nothing(brand, days)));
  }

  private Answer gaps(Arguments arguments) {
    Duration window = arguments.duration("window", Duration.ofHours(24));
    int top = arguments.number("top", 20, 1, 1000);
    return new Answer.Rows(end(arguments, "asOf")
        .map(asOf -> new TalkWithoutKeyword(rooms.trends(), rooms.behavior())
            .of(window, asOf, top, arguments.zone()))
        .orElse(List.of()));
  }

  /** The time asked for, or just after the newest document; empty without any. */
  private Optional<Instant> end(Arguments arguments, String name) {
    Instant given = arguments.instant(name);
    return given != null
        ? Optional.of(given)
        : rooms.trends().newestEventTime().map(newest -> newest.plusNanos(1000));
  }
}
