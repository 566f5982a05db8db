package io.tidewatch.api.question;

import io.tidewatch.api.view.Answer;
import java.util.List;

/** How long documents are kept: what would go, and letting it go. */
final class RetentionQuestions {
  private final Rooms rooms;

  RetentionQuestions(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Question> all() {
    return List.of(
        new Question(
            "retention/plan",
            "What the next run would drop for good, by source and local day; changes nothing.",
            List.of(),
            arguments -> new Answer.Rows(rooms.retention().plan())),
        new Question(
            "retention/limits",
            "Days that are kept of each source, and up to where it is sealed.",
            List.of(),
            arguments -> new Answer.Rows(rooms.retention().limits())),
        Question.change(
            "retention/run",
            "Seals the days beyond the limits of tidewatch.yaml and drops their documents for good;"
                + " a server does so by itself.",
            List.of(),
            arguments -> new Answer.Rows(rooms.retention().run())));
  }
}
