package io.tidewatch.api.question;

import static io.tidewatch.api.question.Param.number;
import static io.tidewatch.api.question.Param.optional;
import static io.tidewatch.api.question.Param.required;

import io.tidewatch.api.view.Answer;
import io.tidewatch.audience.Target;
import java.util.List;
import java.util.Set;

/** Questions about whom to reach. */
final class AudienceQuestions {
  private final Rooms rooms;

  AudienceQuestions(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Question> all() {
    return List.of(
        new Question(
            "audience/features",
            "What a brand's buyers are interested in beyond everybody else: TGI, TA concentration,"
                + " coverage and the test by which a feature is kept.",
            List.of(
                required("brand", "A brand by id, name or alias.", "兰蔻"),
                TrendQuestions.AS_OF,
                KeywordArguments.LANG),
            this::features),
        new Question(
            "audience/expand",
            "Users who are not yet buyers and share their interests, best first, with reasons.",
            List.of(
                optional("brand", "A brand by id, name or alias.", "兰蔻"),
                Param.file("seed", "User ids to start from instead of a brand's buyers."),
                TrendQuestions.AS_OF,
                number("size", "Users at most, 1 to 1000000.", 100),
                optional("directions", "Diffusion directions. Available: interest.", "interest"),
                KeywordArguments.LANG),
            this::expand));
  }

  private Answer features(Arguments arguments) {
    return new Answer.Rows(rooms
        .audience()
        .features(
            new Target.OfBrand(arguments.requiredBrand("brand", rooms.catalogue())),
            arguments.instant("asOf"),
            arguments.language("lang"))
        .rows());
  }

  private Answer expand(Arguments arguments) {
    String brand = arguments.brand("brand", rooms.catalogue());
    List<String> seed = arguments.list("seed");
    if ((brand == null) == seed.isEmpty()) {
      throw new IllegalArgumentException("brand: either a brand or a seed is required, got "
          + (brand == null ? "neither" : "both"));
    }
    Target target =
        brand == null ? new Target.OfUsers(Set.copyOf(seed)) : new Target.OfBrand(brand);
    return new Answer.Rows(rooms
        .audience()
        .expand(
            target,
            arguments.instant("asOf"),
            arguments.number("size", 100, 1, 1_000_000),
            arguments.list("directions"),
            arguments.language("lang"))
        .rows());
  }
}
