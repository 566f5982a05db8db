package io.tidewatch.api.question;

import static io.tidewatch.api.question.Param.number;
import static io.tidewatch.api.question.Param.optional;
import static io.tidewatch.api.question.Param.required;

import io.tidewatch.api.view.Answer;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.AspectQuery;
import io.tidewatch.model.trend.CauseQuery;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.NewWordQuery;
import io.tidewatch.model.trend.StoryQuery;
import io.tidewatch.model.trend.TalkQueries;
import io.tidewatch.model.trend.TalkQuery;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Questions about who says what around something. */
final class TalkQuestions {
  private static final Param QUERY = required("query", "Search query.", "brand:瑞幸");

  private final Supplier<TalkQueries> talk;
  private final Supplier<Catalogue> catalogue;

  TalkQuestions(Supplier<TalkQueries> talk, Supplier<Catalogue> catalogue) {
    this.talk = talk;
    this.catalogue = catalogue;
  }

  List<Question> all() {
    return List.of(
        new Question(
            "trends/stories",
            "Rising brands, products, hashtags and terms, those of one event together under the most"
                + " telling name.",
            List.of(
                optional("window", "Hours or days that end at asOf, 1h to 28d.", "24h"),
                TrendQuestions.AS_OF,
                number("top", "Stories at most, 1 to 100.", 10),
                TrendQuestions.ZONE,
                TrendQuestions.COUNT,
                TrendQuestions.SPAM),
            this::stories),
        new Question(
            "trends/cause",
            "What stands behind the talk in a window: terms that rose with it, sources, accounts,"
                + " how it spread, change of sentiment, and the documents. It describes and proves no"
                + " cause.",
            List.of(
                QUERY,
                optional("window", "Hours or days that end at asOf, 1h to 28d.", "24h"),
                TrendQuestions.AS_OF,
                number("top", "Terms at most, 1 to 100.", 10),
                TrendQuestions.ZONE),
            this::cause),
        new Question(
            "trends/new-words",
            "Words that no dictionary holds yet, by distinct authors; the window is compared with the"
                + " four before it. \"catalogue add word\" promotes one.",
            List.of(
                optional("from", "Inclusive; default: seven days before the end.", "2025-06-20"),
                TrendQuestions.TO,
                TrendQuestions.TOP,
                TrendQuestions.ZONE),
            arguments -> new Answer.Rows(talk.get()
                .newWords(new NewWordQuery(
                    arguments.instant("from"),
                    arguments.instant("to"),
                    arguments.number("top", 20, 1, 1000))))),
        new Question(
            "trends/co-mentions",
            "Brands, products, aspects, hashtags or terms that stand beside a query more often than"
                + " elsewhere.",
            List.of(
                QUERY,
                required("kind", "brand, product, aspect, hashtag or term.", "term"),
                TrendQuestions.FROM,
                TrendQuestions.TO,
                TrendQuestions.TOP,
                TrendQuestions.ZONE,
                TrendQuestions.COUNT,
                TrendQuestions.SPAM),
            arguments -> new Answer.Rows(
                talk.get().coMentions(talk(arguments), arguments.oneOf("kind", KeyKind.class)))),
        new Question(
            "trends/authors",
            "Authors by the distinct accounts that passed their posts on.",
            List.of(
                QUERY,
                TrendQuestions.FROM,
                TrendQuestions.TO,
                TrendQuestions.TOP,
                TrendQuestions.ZONE,
                TrendQuestions.SPAM),
            arguments -> new Answer.Rows(talk.get().authors(talk(arguments)))),
        new Question(
            "trends/hours",
            "When in the local week is it said: units an observed hour, against the mean.",
            List.of(
                QUERY,
                TrendQuestions.FROM,
                TrendQuestions.TO,
                TrendQuestions.ZONE,
                TrendQuestions.COUNT,
                TrendQuestions.SPAM),
            arguments -> new Answer.Rows(talk.get().hours(talk(arguments)))),
        new Question(
            "trends/aspects",
            "How each aspect of a brand or product is judged over time.",
            List.of(
                required("of", "A brand or product by id, name or alias.", "瑞幸"),
                optional("query", "Search query that narrows the documents.", "拿铁"),
                optional("interval", "1h or 1d.", "1d"),
                TrendQuestions.FROM,
                TrendQuestions.TO,
                TrendQuestions.ZONE,
                TrendQuestions.SPAM),
            this::aspects));
  }

  private Answer stories(Arguments arguments) {
    return new Answer.Rows(talk.get()
        .stories(new StoryQuery(
            arguments.duration("window", Duration.ofHours(24)),
            arguments.instant("asOf"),
            arguments.number("top", 10, 1, 100),
            arguments.zone(),
            TrendQuestions.counting(arguments))));
  }

  private Answer cause(Arguments arguments) {
    return new Answer.One(talk.get()
        .cause(new CauseQuery(
            arguments.required("query"),
            arguments.duration("window", Duration.ofHours(24)),
            arguments.instant("asOf"),
            arguments.number("top", 10, 1, 100),
            arguments.zone())));
  }

  private Answer aspects(Arguments arguments) {
    Catalogue current = catalogue.get();
    String id = Arguments.resolve("of", arguments.required("of"), null, current);
    String field = current.brand(id).isPresent() ? "brand" : "product";
    String narrower = arguments.text("query");
    String query = field + ":\"" + id + "\"" + (narrower == null ? "" : " AND (" + narrower + ")");
    return new Answer.Rows(talk.get()
        .aspects(new AspectQuery(
            talk(arguments, query), id, arguments.duration("interval", Duration.ofDays(1)))));
  }

  private static TalkQuery talk(Arguments arguments) {
    return talk(arguments, arguments.required("query"));
  }

  private static TalkQuery talk(Arguments arguments, String query) {
    return new TalkQuery(
        query,
        arguments.instant("from"),
        arguments.instant("to"),
        arguments.number("top", 20, 1, 1000),
        arguments.zone(),
        TrendQuestions.counting(arguments));
  }
}
