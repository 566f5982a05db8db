package io.tidewatch.api.upkeep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.api.campaign.Membership;
import io.tidewatch.api.view.Json;
import io.tidewatch.audience.identity.IdentityDesk;
import io.tidewatch.audience.identity.PersonView;
import io.tidewatch.connectors.intake.DeadLetters;
import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.behavior.StoredRecord;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.identity.LedgerEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Everything that is stored about one person. Safe from any thread. */
public final class PersonDownload {
  private final Supplier<IdentityDesk> identity;
  private final Supplier<? extends PersonFacts> behavior;
  private final Function<Set<String>, List<StoredDocument>> documents;
  private final DeadLetters letters;
  private final Function<Set<String>, List<Membership>> campaigns;
  private final UnaryOperator<String> addressHash;
  private final Json json;

  /**
   * @param documents what authors of these ids wrote
   * @param campaigns of which ones these ids are members
   * @param addressHash the form in which device addresses and numbers are stored
   */
  public PersonDownload(
      Supplier<IdentityDesk> identity,
      Supplier<? extends PersonFacts> behavior,
      Function<Set<String>, List<StoredDocument>> documents,
      DeadLetters letters,
      Function<Set<String>, List<Membership>> campaigns,
      UnaryOperator<String> addressHash,
      Json json) {
    this.identity = identity;
    this.behavior = behavior;
    this.documents = documents;
    this.letters = letters;
    this.campaigns = campaigns;
    this.addressHash = addressHash;
    this.json = json;
  }

  /**
   * One record.
   *
   * @param store {@code identity}, {@code ledger}, {@code behavior}, {@code documents}, {@code
   *     campaigns} or {@code refused}
   * @param record as it stands
   */
  public record Line(String store, String type, String id, JsonNode record) {}

  /** The forms in which an id can be stored: as it is, and as the hash of an address or number. */
  public Set<String> forms(String user) {
    return new java.util.LinkedHashSet<>(List.of(user, addressHash.apply(user)));
  }

  /**
   * All records about a person and all identifiers tied to it, by store; none when nothing is stored.
   *
   * @param user any identifier, a raw address or number, or the id of a person
   */
  public List<Line> download(String user) {
    var lines = new ArrayList<Line>();
    IdentityDesk desk = identity.get();
    Set<String> identifiers = new TreeSet<>(desk.linkedTo(forms(user)));
    Optional<PersonView> view =
        forms(user).stream().flatMap(form -> desk.show(form, null).stream()).findFirst();
    view.ifPresent(person -> {
      lines.add(new Line("identity", "person", person.personId(), json.tree(person)));
      for (LedgerEntry entry : desk.merges(Integer.MAX_VALUE)) {
        if (person.personId().equals(entry.personId())
            || person.personId().equals(entry.aliasId())) {
          lines.add(new Line(
              "ledger",
              entry.action().name().toLowerCase(java.util.Locale.ROOT),
              Long.toString(entry.id()),
              json.tree(entry)));
        }
      }
    });
    for (StoredRecord record : behavior.get().recordsOf(identifiers)) {
      ObjectNode fields = json.tree(record.fields()).deepCopy();
      fields.put("at", record.at().toString());
      lines.add(new Line("behavior", record.type(), record.id(), fields));
    }
    for (StoredDocument document : documents.apply(identifiers)) {
      lines.add(new Line(
          "documents",
          document.record().type(),
          document.record().key().toString(),
          json.tree(document)));
    }
    for (Membership membership : campaigns.apply(identifiers)) {
      lines.add(new Line("campaigns", "member", membership.campaignId(), json.tree(membership)));
    }
    try {
      for (DeadLetters.Found found : letters.about(identifiers)) {
        lines.add(new Line(
            "refused", found.letter().reason().label(), found.place(), json.tree(found.shown())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the dead letters cannot be read", e);
    }
    return lines;
  }
}
