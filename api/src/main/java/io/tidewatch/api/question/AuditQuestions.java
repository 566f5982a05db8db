package io.tidewatch.api.question;

import static io.tidewatch.api.question.Param.number;
import static io.tidewatch.api.question.Param.optional;

import io.tidewatch.api.view.Answer;
import java.util.List;

/** Who asked for profiles and exports. */
final class AuditQuestions {
  private static final int LINES = 100;
  private static final int MOST = 10_000;

  private final Rooms rooms;

  AuditQuestions(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Question> all() {
    return List.of(new Question(
        "audit",
        "Profiles and exports that were asked for, newest first: who, what, how many users, the"
            + " limits that held, and whether it was refused.",
        List.of(
            optional("action", "Only lines of this question.", "audience/profile"),
            number("limit", "Lines at most, 1 to 10000. Default: 100.", LINES)),
        arguments -> new Answer.Rows(rooms
            .audit()
            .list(arguments.text("action"), arguments.number("limit", LINES, 1, MOST)))));
  }
}
