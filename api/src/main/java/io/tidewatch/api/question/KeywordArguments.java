package io.tidewatch.api.question;

import static io.tidewatch.api.question.Param.optional;

import io.tidewatch.api.fusion.HolidayWindows;
import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.keywords.KeywordQuery;
import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.EntityKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what questions about keywords have in common. */
final class KeywordArguments {
  static final Param BRAND = optional("brand", "A brand by id, name or alias.", "兰蔻");
  static final Param NEEDED = Param.required("brand", "A brand by id, name or alias.", "兰蔻");
  static final Param CATEGORY = optional("category", "A category by id or name.", "skincare");
  static final Param PRODUCT =
      optional("product", "A product by id, name or alias: words near its name.", "uniqlo.ut");
  static final Param SEED = optional(
      "seed", "Only keywords near this word; a word that nobody searched is read as a wish.", "精华");
  static final Param SOURCES = optional(
      "sources",
      "Where candidates come from: category, co-search, co-click, order-path, catalogue, competitor"
          + " (the default), talk, aspect, holiday, semantic, or all.",
      "category,co-search");
  static final Param WINDOW =
      optional("window", "Days that end at asOf, 2d to 200d. Default: 28d.", "28d");
  static final Param HOLIDAY = optional(
      "holiday",
      "Instead of a window: last year's run of an occasion, lunar ones by the lunar calendar.",
      "中秋节");
  static final Param MARGIN =
      optional("margin", "The brand's margin, above 0 and at most 1, for break-even.", "0.3");
  static final Param LANG = optional("lang", "Language of reasons: zh or en. Default: zh.", "en");

  private final Rooms rooms;

  KeywordArguments(Rooms rooms) {
    this.rooms = rooms;
  }

  /** Of whatever is named: at least a brand, category, product or seed. */
  KeywordQuery query(Arguments arguments) {
    Catalogue catalogue = rooms.catalogue();
    String product = arguments.text("product");
    return new KeywordQuery(
        arguments.brand("brand", catalogue),
        arguments.category("category", catalogue),
        product == null
            ? null
            : Arguments.resolve("product", product, EntityKind.PRODUCT, catalogue),
        arguments.text("seed"),
        Set.copyOf(arguments.list("sources")),
        arguments.number("top", 20, 1, 1000),
        span(arguments),
        margin(arguments),
        arguments.language("lang"));
  }

  @Nullable
  Double margin(Arguments arguments) {
    return arguments.text("margin") == null ? null : Double.valueOf(arguments.decimal("margin"));
  }

  Span span(Arguments arguments) {
    Instant asOf = arguments.instant("asOf");
    String holiday = arguments.text("holiday");
    if (holiday != null) {
      if (arguments.text("window") != null) {
        throw new IllegalArgumentException("holiday: either a holiday or a window, got both");
      }
      Instant now = asOf != null
          ? asOf
          : rooms.behavior().newestEventTime().orElse(Instant.EPOCH.plus(Duration.ofDays(1)));
      var run =
          new HolidayWindows(CommerceCalendar.shipped(), arguments.zone()).lastYear(holiday, now);
      return new Span(run.end(), run.days());
    }
    Duration window = arguments.duration("window", Duration.ZERO);
    if (window.isZero()) {
      return new Span(asOf, null);
    }
    if (window.toHours() % 24 != 0) {
      throw new IllegalArgumentException(
          "window: whole days such as 28d are required, got " + arguments.text("window"));
    }
    return new Span(asOf, (int) window.toDays());
  }
}
