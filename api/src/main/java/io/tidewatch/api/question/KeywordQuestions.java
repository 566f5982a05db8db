package io.tidewatch.api.question;

import static io.tidewatch.api.question.KeywordArguments.BRAND;
import static io.tidewatch.api.question.KeywordArguments.CATEGORY;
import static io.tidewatch.api.question.KeywordArguments.HOLIDAY;
import static io.tidewatch.api.question.KeywordArguments.LANG;
import static io.tidewatch.api.question.KeywordArguments.MARGIN;
import static io.tidewatch.api.question.KeywordArguments.NEEDED;
import static io.tidewatch.api.question.KeywordArguments.PRODUCT;
import static io.tidewatch.api.question.KeywordArguments.SEED;
import static io.tidewatch.api.question.KeywordArguments.SOURCES;
import static io.tidewatch.api.question.KeywordArguments.WINDOW;
import static io.tidewatch.api.question.Param.argument;
import static io.tidewatch.api.question.Param.optional;
import static io.tidewatch.api.question.Param.required;

import io.tidewatch.api.view.Answer;
import io.tidewatch.keywords.KeywordConfig;
import io.tidewatch.keywords.KeywordQuery;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.document.DocumentKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Questions about search keywords. */
final class KeywordQuestions {
  private final Rooms rooms;
  private final KeywordArguments read;

  KeywordQuestions(Rooms rooms) {
    this.rooms = rooms;
    this.read = new KeywordArguments(rooms);
  }

  List<Question> all() {
    return List.of(
        new Question(
            "keywords/recommend",
            "Search keywords for a brand, category, product or seed word: who owns each (E), what it"
                + " is worth (R), whether the brand has an edge (A), a label and the reasons. E and R"
                + " are this project's reading of the published method.",
            asked(
                BRAND,
                CATEGORY,
                PRODUCT,
                SEED,
                SOURCES,
                optional(
                    "budget",
                    "Choose the words with the most expected revenue from new customers whose"
                        + " expected costs stay within this amount.",
                    "5000"),
                optional("currency", "Of the budget: CNY.", "CNY"),
                MARGIN),
            this::recommend),
        new Question(
            "keywords/gaps",
            "Words where rivals sell and the brand sells less than in its category, by the revenue"
                + " that it misses.",
            asked(
                NEEDED,
                CATEGORY,
                optional("rivals", "Only where one of these brands sells more.", "雅诗兰黛")),
            this::gaps),
        new Question(
            "keywords/negative",
            "Words that cost clicks and bring no orders: to be excluded from advertising.",
            asked(NEEDED, CATEGORY, MARGIN),
            this::negative),
        new Question(
            "keywords/compare",
            "Brands side by side on each keyword: orders, shares, clicks, advantage, label.",
            List.of(
                required("of", "2 to 10 brands, separated by commas.", "兰蔻,雅诗兰黛"),
                CATEGORY,
                TrendQuestions.AS_OF,
                WINDOW,
                HOLIDAY,
                TrendQuestions.TOP),
            this::compare),
        new Question(
            "keywords/show",
            "One keyword in every category it leads to.",
            List.of(
                argument("word", "The keyword.", "精华"),
                BRAND,
                TrendQuestions.AS_OF,
                WINDOW,
                HOLIDAY,
                MARGIN,
                LANG),
            this::show),
        new Question(
            "keywords/explain",
            "Every input of the figures that keywords show gives.",
            List.of(
                argument("word", "The keyword.", "精华"),
                BRAND,
                TrendQuestions.AS_OF,
                WINDOW,
                HOLIDAY,
                MARGIN),
            this::explain),
        new Question(
            "keywords/similar",
            "Search keywords that an imprecise wish may mean, by meaning, shared text and what is"
                + " clicked after words near it.",
            List.of(
                argument("wish", "What somebody wants, in their own words.", "约会穿什么好看"),
                optional("brand", "Only keywords of the categories where it sells.", "优衣库"),
                TrendQuestions.TOP,
                LANG),
            this::similar),
        new Question(
            "keywords/alike",
            "Products or posts whose pictures or videos look like a product's, by the vectors that"
                + " were supplied with their media; none are computed here.",
            List.of(
                argument("product", "A product by id, name or alias.", "uniqlo.ut"),
                optional("kind", "product or post. Default: product.", "post"),
                TrendQuestions.TOP),
            this::alike),
        new Question(
            "keywords/table",
            "The kept table of the newest window: its end, version, and whether data came since.",
            List.of(),
            arguments -> new Answer.One(rooms.keywords().status())));
  }

  private static List<Param> asked(Param... own) {
    return Stream.concat(
            Stream.of(own),
            Stream.of(TrendQuestions.AS_OF, WINDOW, HOLIDAY, TrendQuestions.TOP, LANG))
        .toList();
  }

  private Answer similar(Arguments arguments) {
    return new Answer.Rows(rooms
        .semantic()
        .similar(
            arguments.required("wish"),
            arguments.brand("brand", rooms.catalogue()),
            arguments.number("top", 20, 1, 1000),
            arguments.language("lang")));
  }

  private Answer alike(Arguments arguments) {
    Catalogue catalogue = rooms.catalogue();
    String product =
        Arguments.resolve("product", arguments.required("product"), EntityKind.PRODUCT, catalogue);
    int top = arguments.number("top", 20, 1, 200);
    return new Answer.Rows(
        arguments.oneOf("kind", "product", List.of("product", "post")).equals("product")
            ? rooms.media().like(product, catalogue, top)
            : rooms.postMedia().like(product, catalogue, this::text, top));
  }

  private Optional<String> text(DocumentKey key) {
    return rooms.trends().document(key).map(document -> document.record().text());
  }

  private Answer recommend(Arguments arguments) {
    KeywordQuery query = read.query(arguments);
    String budget = arguments.text("budget");
    if (budget == null) {
      return new Answer.Rows(rooms.keywords().recommend(query));
    }
    String ours = KeywordConfig.DEFAULT.currency();
    String currency = arguments.text("currency", ours);
    if (!currency.equals(ours)) {
      throw new IllegalArgumentException("currency: " + ours + " is required, got " + currency);
    }
    return new Answer.Rows(rooms.keywords().plan(query, arguments.decimal("budget")));
  }

  private Answer gaps(Arguments arguments) {
    var rivals = new LinkedHashSet<String>();
    for (String name : arguments.list("rivals")) {
      rivals.add(Arguments.resolve("rivals", name, EntityKind.BRAND, rooms.catalogue()));
    }
    return new Answer.Rows(rooms.keywords().gaps(read.query(arguments), rivals));
  }

  private Answer negative(Arguments arguments) {
    return new Answer.Rows(rooms.keywords().negatives(read.query(arguments)));
  }

  private Answer compare(Arguments arguments) {
    List<String> brands = arguments.list("of").stream()
        .map(name -> Arguments.resolve("of", name, EntityKind.BRAND, rooms.catalogue()))
        .distinct()
        .toList();
    return new Answer.Rows(rooms
        .keywords()
        .compare(
            brands,
            arguments.category("category", rooms.catalogue()),
            arguments.number("top", 20, 1, 1000),
            read.span(arguments)));
  }

  private Answer show(Arguments arguments) {
    return new Answer.Rows(rooms
        .keywords()
        .show(
            arguments.required("word"),
            arguments.brand("brand", rooms.catalogue()),
            read.span(arguments),
            read.margin(arguments),
            arguments.language("lang")));
  }

  private Answer explain(Arguments arguments) {
    return new Answer.Rows(rooms
        .keywords()
        .explain(
            arguments.required("word"),
            arguments.brand("brand", rooms.catalogue()),
            read.span(arguments),
            read.margin(arguments)));
  }
}
