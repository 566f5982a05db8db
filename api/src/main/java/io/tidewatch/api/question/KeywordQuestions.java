package io.tidewatch.api.question;

import static io.tidewatch.api.question.Param.argument;
import static io.tidewatch.api.question.Param.optional;
import static io.tidewatch.api.question.Param.required;

import io.tidewatch.api.view.Answer;
import java.util.List;

/** Questions about search keywords. */
final class KeywordQuestions {
  static final Param LANG = optional("lang", "Language of reasons: zh or en. Default: zh.", "en");
  private static final Param BRAND = optional("brand", "A brand by id, name or alias.", "兰蔻");

  private final Rooms rooms;

  KeywordQuestions(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Question> all() {
    return List.of(
        new Question(
            "keywords/recommend",
            "Search keywords for a brand: who owns each (E), what it is worth (R), whether the"
                + " brand has an edge (A), a label and the reasons. E and R are this project's"
                + " reading of the published method.",
            List.of(
                required("brand", "A brand by id, name or alias.", "兰蔻"),
                optional("category", "A category by id or name.", "skincare"),
                optional("seed", "Only keywords near this word.", "精华"),
                TrendQuestions.AS_OF,
                TrendQuestions.TOP,
                LANG),
            this::recommend),
        new Question(
            "keywords/show",
            "One keyword in every category it leads to.",
            List.of(argument("word", "The keyword.", "精华"), BRAND, TrendQuestions.AS_OF, LANG),
            this::show),
        new Question(
            "keywords/explain",
            "Every input of the figures that keywords show gives.",
            List.of(argument("word", "The keyword.", "精华"), BRAND, TrendQuestions.AS_OF),
            this::explain));
  }

  private Answer recommend(Arguments arguments) {
    return new Answer.Rows(rooms
        .keywords()
        .recommend(
            arguments.requiredBrand("brand", rooms.catalogue()),
            arguments.category("category", rooms.catalogue()),
            arguments.text("seed"),
            arguments.number("top", 20, 1, 1000),
            arguments.instant("asOf"),
            arguments.language("lang")));
  }

  private Answer show(Arguments arguments) {
    return new Answer.Rows(rooms
        .keywords()
        .show(
            arguments.required("word"),
            arguments.brand("brand", rooms.catalogue()),
            arguments.instant("asOf"),
            arguments.language("lang")));
  }

  private Answer explain(Arguments arguments) {
    return new Answer.Rows(rooms
        .keywords()
        .explain(
            arguments.required("word"),
            arguments.brand("brand", rooms.catalogue()),
            arguments.instant("asOf")));
  }
}
