package io.tidewatch.api.question;

import static io.tidewatch.api.question.Param.argument;
import static io.tidewatch.api.question.Param.flag;
import static io.tidewatch.api.question.Param.number;
import static io.tidewatch.api.question.Param.optional;
import static io.tidewatch.api.question.Param.required;

import io.tidewatch.api.view.Answer;
import io.tidewatch.api.view.DocumentView;
import io.tidewatch.api.view.ExplainedDocumentView;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.GroupQuery;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.MoverQuery;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.SearchPage;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.model.trend.ShareQuery;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Questions about talk: each parses its arguments into one query value and makes one call. */
final class TrendQuestions {
  static final Param AS_OF = optional(
      "asOf",
      "Exclusive end in event time; a date or an ISO-8601 time with offset. Default: just"
          + " after the newest event.",
      "2025-06-27T00:00:00+08:00");
  static final Param FROM =
      optional("from", "Inclusive start, a date or an ISO-8601 time with offset.", "2025-06-01");
  static final Param TO =
      optional("to", "Exclusive end, a date or an ISO-8601 time with offset.", "2025-06-27");
  static final Param ZONE =
      optional("timezone", "Zone of local days and hours. Default: Asia/Shanghai.", "Asia/Tokyo");
  static final Param COUNT = optional(
      "count",
      "What counts once a local day: authors (titles of a ranked list), texts (equal wording) or"
          + " documents.",
      "authors");
  static final Param SPAM =
      optional("spam", "include or exclude suspected spam and paid posts.", "include");
  static final Param TOP = number("top", "Rows at most, 1 to 1000.", 20);

  private final Supplier<TrendQueries> trends;
  private final Supplier<Catalogue> catalogue;

  TrendQuestions(Supplier<TrendQueries> trends, Supplier<Catalogue> catalogue) {
    this.trends = trends;
    this.catalogue = catalogue;
  }

  List<Question> all() {
    return List.of(
        new Question(
            "trends/rising",
            "Keys that are above their own expectation now, with the documents that prove it.",
            List.of(
                required("kind", "brand, product, aspect, hashtag or term.", "brand"),
                optional("window", "Hours or days that end at asOf, 1h to 28d.", "24h"),
                AS_OF,
                TOP,
                ZONE,
                COUNT,
                SPAM),
            this::rising),
        new Question(
            "trends/movers",
            "Keys that moved up over weeks: at a new level since a day, or climbing, against all others"
                + " of their kind.",
            List.of(
                required("kind", "brand, product, aspect, hashtag or term.", "brand"),
                number("days", "Whole days before asOf that are read, 28 to 366.", 56),
                AS_OF,
                TOP,
                ZONE,
                COUNT,
                SPAM),
            this::movers),
        new Question(
            "trends/groups",
            "Documents of one local day that say nearly the same, largest group first.",
            List.of(
                required("day", "A date.", "2025-06-26"),
                number("minimum", "Documents in a group, at least 2.", 3),
                TOP,
                ZONE),
            this::groups),
        new Question(
            "trends/series",
            "Counts over time of the documents that match a query; null where nothing was"
                + " observed.",
            List.of(
                required("query", "Search query.", "brand:瑞幸"),
                optional("interval", "1h or 1d.", "1d"),
                FROM,
                TO,
                ZONE,
                COUNT,
                SPAM),
            this::series),
        new Question(
            "trends/share",
            "Share of voice among brands or products.",
            List.of(
                required("of", "Names, ids or aliases, separated by commas.", "瑞幸,星巴克"),
                FROM,
                TO,
                ZONE,
                COUNT,
                SPAM),
            this::share),
        new Question(
            "trends/count",
            "How many documents match a query.",
            List.of(required("query", "Search query.", "brand:瑞幸"), FROM, TO, ZONE),
            this::count),
        new Question(
            "search",
            "Documents that match a query, newest first.",
            List.of(
                argument("query", "Search query.", "小棕瓶 AND NOT 抽奖"),
                FROM,
                TO,
                number("top", "Rows a page, 1 to 10000.", 20),
                optional("cursor", "The cursor that the last page gave.", ""),
                flag("explain", "true adds to each row the clauses it matched and where."),
                ZONE),
            this::search),
        new Question(
            "document",
            "One document by its key: what stands behind an evidence id.",
            List.of(argument("key", "source/id.", "weibo/4900000000000001")),
            this::document),
        new Question(
            "sources",
            "Every source with its documents and freshness.",
            List.of(),
            arguments -> new Answer.Rows(trends.get().sources())));
  }

  private Answer rising(Arguments arguments) {
    return new Answer.Rows(trends
        .get()
        .rising(new RisingQuery(
            arguments.oneOf("kind", KeyKind.class),
            arguments.duration("window", Duration.ofHours(24)),
            arguments.instant("asOf"),
            arguments.number("top", 20, 1, 1000),
            arguments.zone(),
            counting(arguments))));
  }

  private Answer movers(Arguments arguments) {
    return new Answer.Rows(trends
        .get()
        .movers(new MoverQuery(
            arguments.oneOf("kind", KeyKind.class),
            arguments.number("days", 56, 28, 366),
            arguments.instant("asOf"),
            arguments.number("top", 20, 1, 1000),
            arguments.zone(),
            counting(arguments))));
  }

  private Answer groups(Arguments arguments) {
    return new Answer.Rows(trends
        .get()
        .groups(new GroupQuery(
            arguments.date("day"),
            arguments.zone(),
            arguments.number("minimum", 3, 2, 1_000_000),
            arguments.number("top", 20, 1, 1000))));
  }

  private Answer series(Arguments arguments) {
    return new Answer.Rows(trends
        .get()
        .series(new SeriesQuery(
            arguments.required("query"),
            arguments.duration("interval", Duration.ofDays(1)),
            arguments.instant("from"),
            arguments.instant("to"),
            arguments.zone(),
            counting(arguments))));
  }

  private Answer share(Arguments arguments) {
    List<String> ids = arguments.list("of").stream()
        .map(name -> Arguments.resolve("of", name, null, catalogue.get()))
        .toList();
    return new Answer.Rows(trends
        .get()
        .share(new ShareQuery(
            ids,
            arguments.instant("from"),
            arguments.instant("to"),
            arguments.zone(),
            counting(arguments))));
  }

  static Counting counting(Arguments arguments) {
    Counting.By by =
        switch (arguments.oneOf("count", "authors", List.of("authors", "texts", "documents"))) {
          case "texts" -> Counting.By.TEXTS;
          case "documents" -> Counting.By.DOCUMENTS;
          default -> Counting.By.UNITS;
        };
    return new Counting(
        by, arguments.oneOf("spam", "include", List.of("include", "exclude")).equals("exclude"));
  }

  private Answer search(Arguments arguments) {
    boolean explain =
        arguments.oneOf("explain", "false", List.of("true", "false")).equals("true");
    SearchPage page = trends
        .get()
        .search(new SearchQuery(
            arguments.required("query"),
            arguments.instant("from"),
            arguments.instant("to"),
            arguments.number("top", 20, 1, 10_000),
            arguments.text("cursor"),
            explain));
    return new Answer.Rows(explain ? explained(page) : plain(page), page.next());
  }

  private Answer count(Arguments arguments) {
    long count = trends
        .get()
        .count(new SearchQuery(
            arguments.required("query"),
            arguments.instant("from"),
            arguments.instant("to"),
            1,
            null));
    return new Answer.One(Map.of("count", count));
  }

  private static List<DocumentView> plain(SearchPage page) {
    return page.documents().stream().map(DocumentView::of).toList();
  }

  private static List<ExplainedDocumentView> explained(SearchPage page) {
    return IntStream.range(0, page.documents().size())
        .mapToObj(i -> ExplainedDocumentView.of(
            page.documents().get(i), page.explanations().get(i)))
        .toList();
  }

  private Answer document(Arguments arguments) {
    DocumentKey key = DocumentKey.parse(arguments.required("key"));
    return trends
        .get()
        .document(key)
        .<Answer>map(stored -> new Answer.One(DocumentView.of(stored)))
        .orElseThrow(() -> new NotFoundException("key: a stored document is required, got " + key));
  }
}
