package io.tidewatch.api.question;

import io.tidewatch.api.view.Answer;
import io.tidewatch.model.behavior.Window;
import java.time.Instant;
import java.util.List;

/** Questions about what is odd in behaviour, and the erasure of a person. */
final class UpkeepQuestions {
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final Rooms rooms;

  UpkeepQuestions(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Question> all() {
    return List.of(
        new Question(
            "behavior/quality",
            "Which rules behaviour breaks: how often, three examples, and where to look.",
            List.of(TrendQuestions.FROM, TrendQuestions.TO, TrendQuestions.ZONE),
            this::quality),
        Question.change(
            "erase",
            "Removes a person from every store and every refused record, physically. What stays is a"
                + " line with a keyed hash of the id. Records that come later are taken in, unless"
                + " the person is kept out.",
            List.of(
                Param.required("user", "The id as records give it, a device or a number.", "u7"),
                Param.flag("keepOut", "Refuse later records of the person.")),
            arguments -> new Answer.One(rooms
                .erasures()
                .erase(
                    arguments.required("user"),
                    arguments.text("keepOut", "false").equals("true")))));
  }

  private Answer quality(Arguments arguments) {
    Instant from = arguments.instant("from");
    Instant to = arguments.instant("to");
    return new Answer.Rows(rooms.quality(
        new Window(from == null ? EARLIEST : from, to == null ? LATEST : to, arguments.zone())));
  }
}
