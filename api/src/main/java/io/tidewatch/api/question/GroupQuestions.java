package io.tidewatch.api.question;

import io.tidewatch.api.view.Answer;
import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.query.ProfileQuery;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/** Questions about groups of people, never about one: profiles and saved segments. */
final class GroupQuestions {
  private static final int TOP = 20;
  private static final Param NAME = Param.argument("name", "The name of a segment.", "露营未购");

  private final Rooms rooms;

  GroupQuestions(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Question> all() {
    return List.of(
        new Question(
            "audience/profile",
            "What a group of users is like beside everybody else: attributes, spending power,"
                + " price bands, categories, brands, hours, channels. Groups of 100 users and cells"
                + " of 50 at least; groups too near to an earlier one are refused.",
            List.of(
                AudienceQuestions.BRAND,
                Param.optional("state", "Of a brand's people: states out of O, A, I, P, L.", "P,L"),
                AudienceQuestions.SEED,
                AudienceQuestions.SEGMENT,
                AudienceQuestions.STORE,
                AudienceQuestions.STORE_DAYS,
                Param.optional(
                    "asOf",
                    "A date or time; the profile reads whole local days before it. Default: before"
                        + " the day of the newest event.",
                    ""),
                Param.optional("dimensions", "Only these, such as gender, spend.", "spend,brand"),
                Param.number("top", "Rows at most of each dimension with many values.", TOP),
                KeywordArguments.LANG),
            this::profile),
        new Question(
            "audience/segments",
            "Every saved segment with its size: users, rounded down to tens, none below twenty.",
            List.of(TrendQuestions.AS_OF),
            arguments -> new Answer.Rows(rooms.segments().list(arguments.instant("asOf")))),
        new Question(
            "audience/segments/show",
            "A saved segment with its size.",
            List.of(NAME, TrendQuestions.AS_OF),
            this::show),
        Question.change(
            "audience/segments/save",
            "Saves a question for users under a name, in place of one of that name.",
            List.of(
                NAME,
                Param.required(
                    "query",
                    "In the language of segments (docs/AUDIENCE.md).",
                    "brand:兰蔻 state:A,I AND did:search within:30d")),
            arguments -> new Answer.One(
                rooms.segments().save(arguments.required("name"), arguments.required("query")))),
        Question.change(
            "audience/segments/delete",
            "Removes a segment that no other segment names.",
            List.of(NAME),
            this::delete));
  }

  private Answer profile(Arguments arguments) {
    return new Answer.Rows(rooms
        .profiles()
        .profile(new ProfileQuery(
            AudienceQuestions.target(arguments, rooms),
            states(arguments),
            arguments.instant("asOf"),
            arguments.list("dimensions"),
            arguments.number("top", TOP, 1, ProfileQuery.MOST),
            arguments.language("lang"),
            arguments.caller())));
  }

  private static EnumSet<AiplState> states(Arguments arguments) {
    var states = EnumSet.noneOf(AiplState.class);
    for (String name : arguments.list("state")) {
      states.add(Arrays.stream(AiplState.values())
          .filter(state -> state.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(
              "state: states out of O, A, I, P, L are required, got " + name)));
    }
    return states;
  }

  private Answer show(Arguments arguments) {
    String name = arguments.required("name");
    return new Answer.One(
        rooms.segments().show(name, arguments.instant("asOf")).orElseThrow(() -> unknown(name)));
  }

  private Answer delete(Arguments arguments) {
    String name = arguments.required("name");
    if (!rooms.segments().delete(name)) {
      throw unknown(name);
    }
    return new Answer.One(new Deleted(name));
  }

  /** A segment that is gone. */
  private record Deleted(String deleted) {}

  private static NotFoundException unknown(String name) {
    return new NotFoundException("name: a saved segment is required, got " + name);
  }
}
