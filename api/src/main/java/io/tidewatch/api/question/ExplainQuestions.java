package io.tidewatch.api.question;

import io.tidewatch.api.view.Answer;
import io.tidewatch.audience.answer.Explanation;
import io.tidewatch.audience.query.SelectionQuery;
import io.tidewatch.audience.selection.Cut;
import io.tidewatch.model.audit.AuditEntry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The question why one user stands where the user stands. It names a person, so each asking leaves a
 * line in the audit log before it is answered, and a device that only sensors know is never explained.
 */
final class ExplainQuestions {
  private static final String PATH = "audience/explain";
  private static final String LIMITS = "sensed-only=refused";

  private final Rooms rooms;
  private final InstantSource clock;

  ExplainQuestions(Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Question> all() {
    return List.of(new Question(
        PATH,
        "One user of a brand: state with evidence, each direction's score, place and reasons, the"
            + " model's probability by feature, and whether the default selection takes the user."
            + " Leaves a line in the audit log.",
        List.of(
            SelectionQuestions.BRAND,
            Param.required("user", "An id as records give it, or a number or address.", "u7"),
            TrendQuestions.AS_OF,
            SelectionQuestions.GOAL,
            Param.flag("records", "Also find the keys of the records behind the evidence; slower."),
            KeywordArguments.LANG),
        this::explain));
  }

  private Answer explain(Arguments arguments) {
    String given = arguments.required("user");
    boolean records =
        arguments.oneOf("records", "false", List.of("true", "false")).equals("true");
    SelectionQuery query =
        SelectionQuestions.query(arguments, rooms, new Cut.AtSize(SelectionQuestions.SIZE));
    Set<String> forms = rooms.downloads().forms(given);
    Optional<Explanation> found = forms.stream()
        .filter(user -> !rooms.identity().isSensedOnly(user))
        .flatMap(user -> rooms.selection().explain(query, user, SelectionQuestions.SIZE).stream())
        .findFirst();
    rooms
        .audit()
        .write(new AuditEntry(
            clock.instant(),
            arguments.caller(),
            PATH,
            "brand=" + query.brandId() + " goal=" + query.goal().label() + " records=" + records,
            found.isPresent() ? 1 : 0,
            LIMITS,
            found.isPresent() ? AuditEntry.ANSWERED : "refused: unknown or only sensed"));
    Explanation explanation = found.orElseThrow(() -> new NotFoundException(
        "user: an id that searched, met or bought something before T, not only seen by store"
            + " sensors, is required, got " + given));
    return new Answer.One(
        records
            ? new EvidenceRecords(rooms.people().recordsOf(rooms.identity().linkedTo(forms)))
                .into(explanation)
            : explanation);
  }
}
