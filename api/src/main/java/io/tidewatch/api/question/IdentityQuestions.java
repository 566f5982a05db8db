package io.tidewatch.api.question;

import io.tidewatch.api.view.Answer;
import io.tidewatch.audience.identity.ExportConsent;
import io.tidewatch.model.audit.AuditEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Questions about who is who, and changes of it. */
final class IdentityQuestions {
  private static final int MOST = 10_000_000;

  private static final Param USER = Param.required(
      "user", "An id as records give it, a device, a number, or the id of a person.", "u7");

  private final Rooms rooms;
  private final InstantSource clock;

  IdentityQuestions(Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Question> all() {
    return List.of(
        new Question(
            "identity/match-rate",
            "How many identifiers are tied to a person, by kind and source.",
            List.of(TrendQuestions.AS_OF),
            arguments -> new Answer.Rows(rooms.identity().matchRate(arguments.instant("asOf")))),
        new Question(
            "identity/show",
            "The person behind an identifier: identifiers, the evidence of every link, attributes,"
                + " consents.",
            List.of(USER, TrendQuestions.AS_OF),
            this::show),
        new Question(
            "identity/merges",
            "The ledger of merges, newest first.",
            List.of(TrendQuestions.TOP),
            arguments ->
                new Answer.Rows(rooms.identity().merges(arguments.number("top", 20, 1, 1000)))),
        new Question(
            "identity/exportable",
            "Who of an audience may be exported for a purpose, and why others may not.",
            List.of(
                Param.file("seed", "Ids of users or persons."),
                Param.required("purpose", "As consents name it.", "advertising"),
                TrendQuestions.AS_OF),
            this::exportable),
        new Question(
            "person/download",
            "Everything that is stored about a person, one record a line.",
            List.of(USER),
            arguments -> new Answer.Rows(rooms.downloads().download(arguments.required("user")))),
        Question.change(
            "identity/resolve",
            "Ties identifiers to persons by all links up to now; more merges than the cap are"
                + " refused.",
            List.of(
                Param.flag("dryRun", "Only say what would change."),
                Param.number("cap", "Most merges of persons; default 1000.", 1000)),
            this::resolve),
        Question.change(
            "identity/undo",
            "Takes a merge back and keeps the two persons apart; of an undoing, lets them merge"
                + " again.",
            List.of(Param.argument("id", "An entry of the ledger.", "17")),
            arguments ->
                new Answer.One(rooms.identity().undo(arguments.number("id", 0, 1, MOST)))));
  }

  private Answer show(Arguments arguments) {
    String user = arguments.required("user");
    Instant asOf = arguments.instant("asOf");
    return new Answer.One(rooms.downloads().forms(user).stream()
        .flatMap(form -> rooms.identity().show(form, asOf).stream())
        .findFirst()
        .orElseThrow(
            () -> new NotFoundException("user: an id of some record is required, got " + user)));
  }

  private Answer exportable(Arguments arguments) {
    String purpose = arguments.required("purpose");
    List<String> ids = arguments.list("seed");
    ExportConsent.Export export =
        rooms.identity().exports().decide(ids, purpose, arguments.instant("asOf"));
    rooms
        .audit()
        .write(new AuditEntry(
            clock.instant(),
            arguments.caller(),
            "identity/exportable",
            "ids=" + ids.size() + " purpose=" + purpose,
            export.allowed().size(),
            "consent=" + purpose,
            AuditEntry.ANSWERED));
    return new Answer.One(export);
  }

  private Answer resolve(Arguments arguments) {
    boolean dryRun =
        arguments.oneOf("dryRun", "false", List.of("true", "false")).equals("true");
    Integer cap = arguments.text("cap") == null ? null : arguments.number("cap", 0, 0, MOST);
    return new Answer.One(rooms.identity().resolve(dryRun, cap));
  }
}
