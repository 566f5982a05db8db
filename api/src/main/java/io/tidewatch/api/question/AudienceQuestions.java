package io.tidewatch.api.question;

import static io.tidewatch.api.question.Param.number;
import static io.tidewatch.api.question.Param.optional;
import static io.tidewatch.api.question.Param.required;

import io.tidewatch.api.view.Answer;
import io.tidewatch.audience.query.ExpansionQuery;
import io.tidewatch.audience.query.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions about whom to reach. */
final class AudienceQuestions {
  private static final int SIZE = 100;
  static final Param BRAND = optional("brand", "A brand by id, name or alias.", "兰蔻");
  static final Param BRAND_NEEDED = required("brand", "A brand by id, name or alias.", "兰蔻");
  static final Param SEED =
      Param.file("seed", "User ids to start from instead of a brand's buyers.");
  static final Param SEGMENT =
      optional("segment", "A saved segment instead of a brand's buyers.", "露营未购");
  static final Param STORE = optional(
      "store",
      "A store by id instead: visitors whose device is tied to an account, who consented to wifi.",
      "store-1");
  static final Param STORE_DAYS = number(
      "storeDays",
      "How many days before the time a visit counts, 1 to " + Target.OfStore.MOST_DAYS
          + ". Default: " + Target.OfStore.DAYS + ".",
      Target.OfStore.DAYS);
  static final Param BREADTH = optional(
      "breadth",
      "How much of what is reached: narrow (10 %), balanced (30 %) or broad (all).",
      "balanced");
  static final Param DIRECTIONS = optional(
      "directions",
      "Diffusion directions out of " + String.join(", ", ExpansionQuery.names())
          + ". Default: all that suit; a seed has interest, category and peer.",
      "interest,category");

  private final Rooms rooms;

  AudienceQuestions(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Question> all() {
    return List.of(
        new Question(
            "audience/features",
            "What a brand's buyers, a segment or a store's visitors are interested in beyond everybody else: TGI, TA concentration,"
                + " coverage and the test by which a feature is kept.",
            List.of(BRAND, SEGMENT, STORE, STORE_DAYS, TrendQuestions.AS_OF, KeywordArguments.LANG),
            this::features),
        new Question(
            "audience/catalogue",
            "The kinds of features there are: meaning, window, values, coverage of the base,"
                + " freshness.",
            List.of(TrendQuestions.AS_OF, KeywordArguments.LANG),
            this::catalogue),
        new Question(
            "audience/expand",
            "Users who are not yet buyers, from six directions, best first, with reasons.",
            List.of(
                BRAND,
                SEED,
                SEGMENT,
                STORE,
                STORE_DAYS,
                TrendQuestions.AS_OF,
                number(
                    "size", "Users at most, 1 to 1000000. Default: 100, without a breadth.", 100),
                BREADTH,
                DIRECTIONS,
                KeywordArguments.LANG),
            this::expand),
        new Question(
            "audience/overlaps",
            "How many users each direction reaches, alone and together with each other direction.",
            List.of(
                BRAND,
                SEED,
                SEGMENT,
                STORE,
                STORE_DAYS,
                TrendQuestions.AS_OF,
                number("size", "Of the best users only, 1 to 1000000. Default: all.", 10_000),
                BREADTH,
                DIRECTIONS,
                KeywordArguments.LANG),
            this::overlaps),
        new Question(
            "audience/assets",
            "A brand's people by state (O, A, I, P, L): counts, moves since a time before, losses,"
                + " evidence, sources with match rates, channels, composition, campaigns with their"
                + " results.",
            List.of(
                BRAND_NEEDED,
                TrendQuestions.AS_OF,
                optional("since", "The time to compare with. Default: 30 days before.", ""),
                KeywordArguments.LANG),
            this::assets));
  }

  private Answer features(Arguments arguments) {
    return new Answer.Rows(rooms
        .audience()
        .features(target(arguments, rooms), arguments.instant("asOf"), arguments.language("lang"))
        .rows());
  }

  private Answer catalogue(Arguments arguments) {
    return new Answer.Rows(
        rooms.audience().catalogue(arguments.instant("asOf"), arguments.language("lang")));
  }

  private Answer expand(Arguments arguments) {
    boolean all = arguments.text("size") == null && arguments.text("breadth") != null;
    return new Answer.Rows(rooms
        .audience()
        .expand(query(arguments, all ? null : Integer.valueOf(SIZE)))
        .rows());
  }

  private Answer overlaps(Arguments arguments) {
    return new Answer.Rows(rooms.audience().overlaps(query(arguments, null)));
  }

  private Answer assets(Arguments arguments) {
    return new Answer.Rows(rooms
        .audience()
        .assets(
            arguments.requiredBrand("brand", rooms.catalogue()),
            arguments.instant("asOf"),
            arguments.instant("since"),
            arguments.language("lang"),
            rooms.identity()::sources,
            rooms.campaigns()::activations));
  }

  /** {@code size} is what holds where none is asked for. */
  private ExpansionQuery query(Arguments arguments, @Nullable Integer size) {
    return new ExpansionQuery(
        target(arguments, rooms),
        arguments.instant("asOf"),
        arguments.text("size") == null
            ? size
            : Integer.valueOf(arguments.number("size", SIZE, 1, ExpansionQuery.MAX_SIZE)),
        arguments.text("breadth"),
        arguments.list("directions"),
        arguments.language("lang"));
  }

  /** Whom a question starts from: exactly one of brand, seed, segment and store. */
  static Target target(Arguments arguments, Rooms rooms) {
    String brand = arguments.brand("brand", rooms.catalogue());
    List<String> seed = arguments.list("seed");
    String segment = arguments.text("segment");
    Target.OfStore store = store(arguments);
    var given = new ArrayList<Target>();
    if (brand != null) {
      given.add(new Target.OfBrand(brand));
    }
    if (!seed.isEmpty()) {
      given.add(new Target.OfUsers(Set.copyOf(seed)));
    }
    if (segment != null) {
      given.add(new Target.OfSegment(segment));
    }
    if (store != null) {
      given.add(store);
    }
    if (given.size() != 1) {
      throw new IllegalArgumentException(
          "brand: either a brand, a seed, a segment or a store is required, got "
              + (given.isEmpty() ? "none" : "several"));
    }
    return given.getFirst();
  }

  /** The store that is named; null where none is. */
  static Target.@Nullable OfStore store(Arguments arguments) {
    String store = arguments.text("store");
    if (store == null) {
      if (arguments.text("storeDays") != null) {
        throw new IllegalArgumentException(
            "storeDays: a store is required beside it, got " + arguments.text("storeDays"));
      }
      return null;
    }
    return new Target.OfStore(
        store, arguments.number("storeDays", Target.OfStore.DAYS, 1, Target.OfStore.MOST_DAYS));
  }
}
