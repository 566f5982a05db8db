package io.tidewatch.api.question;

import static io.tidewatch.api.question.Param.optional;

import io.tidewatch.api.view.Answer;
import io.tidewatch.keywords.query.QueryGap;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions about what people typed, root words, and where candidates come from. */
final class QueryQuestions {
  private static final String ALL = "all";

  private final Rooms rooms;
  private final KeywordArguments read;

  QueryQuestions(Rooms rooms) {
    this.rooms = rooms;
    this.read = new KeywordArguments(rooms);
  }

  List<Question> all() {
    return List.of(
        new Question(
            "keywords/queries",
            "What people typed, with type, root word, family, and what the searches led to; a visit"
                + " is a user with a local day. With gaps only queries that surely find nothing, or"
                + " whose results nobody clicks, with the spelling that works, if there is one.",
            List.of(
                optional("gaps", "no-result, no-click, both, or all.", "all"),
                TrendQuestions.AS_OF,
                KeywordArguments.WINDOW,
                KeywordArguments.HOLIDAY,
                TrendQuestions.TOP),
            this::queries),
        new Question(
            "keywords/roots",
            "Root words, each the sum of its words in one category, where words with too little data"
                + " count too. What cannot be added up is null.",
            List.of(
                KeywordArguments.BRAND,
                KeywordArguments.CATEGORY,
                optional("seed", "Only the root word of this word.", "口红 小众"),
                TrendQuestions.AS_OF,
                KeywordArguments.WINDOW,
                KeywordArguments.HOLIDAY,
                TrendQuestions.TOP,
                KeywordArguments.LANG),
            arguments -> new Answer.Rows(rooms.keywords().roots(read.query(arguments)))),
        new Question(
            "keywords/sources",
            "What each source of candidates adds to the others: words, and what would be lost"
                + " without it, in all and among the first rows.",
            List.of(
                KeywordArguments.BRAND,
                KeywordArguments.CATEGORY,
                KeywordArguments.PRODUCT,
                KeywordArguments.SEED,
                KeywordArguments.SOURCES,
                TrendQuestions.AS_OF,
                KeywordArguments.WINDOW,
                KeywordArguments.HOLIDAY,
                TrendQuestions.TOP),
            arguments -> new Answer.Rows(rooms.keywords().sources(read.query(arguments)))));
  }

  private Answer queries(Arguments arguments) {
    return new Answer.Rows(rooms
        .keywords()
        .queries(
            read.span(arguments),
            kinds(arguments.list("gaps")),
            arguments.number("top", 20, 1, 1000)));
  }

  private static Set<QueryGap.Kind> kinds(List<String> named) {
    var kinds = EnumSet.noneOf(QueryGap.Kind.class);
    for (String name : named) {
      if (name.equals(ALL)) {
        return EnumSet.allOf(QueryGap.Kind.class);
      }
      kinds.add(Arrays.stream(QueryGap.Kind.values())
          .filter(kind -> kind.label().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("gaps: all or some of "
              + Arrays.stream(QueryGap.Kind.values())
                  .map(QueryGap.Kind::label)
                  .collect(Collectors.joining(", "))
              + " are required, got " + name)));
    }
    return kinds;
  }
}
