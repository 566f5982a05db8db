package io.tidewatch.api.campaign;

import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.campaign.Group;
import io.tidewatch.audience.campaign.Member;
import io.tidewatch.audience.identity.ExportConsent;
import io.tidewatch.audience.identity.IdentityDesk;
import io.tidewatch.model.campaign.Campaign;
import io.tidewatch.model.identity.PersonDirectory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who of a campaign may leave the house now: treated, of a person with a consent to the campaign's
 * purpose, and nobody who is held out by whatever id.
 *
 * @param rows best first
 * @param excluded members who may not, by reason
 */
record Exportable(List<Placed> rows, Map<String, Long> excluded) {
  /**
   * Rows below which nothing leaves: a handful of users picked by a seed would be persons, not an
   * audience. The same as for a group that is shown inside of the house.
   */
  static final int MINIMUM = 20;

  /** Chance keeps the member from advertisements. */
  static final String HELD_OUT = "held-out";

  /** Another id of the person is held out. */
  static final String HELD_OUT_PERSON = "held-out-person";

  /** Allotted to another channel than the one that is asked for. */
  static final String OTHER_CHANNEL = "other-channel";

  Exportable {
    rows = List.copyOf(rows);
    excluded = Collections.unmodifiableMap(new TreeMap<>(excluded));
  }

  /**
   * A row with its place.
   *
   * @param place of the member in the campaign
   */
  record Placed(int place, ExportRow row) {}

  /** {@code channel} null takes all. */
  static Exportable of(
      Campaign campaign, List<Member> members, @Nullable String channel, IdentityDesk identity) {
    PersonDirectory directory = identity.directory();
    var excluded = new TreeMap<String, Long>();
    var heldOut = new HashSet<String>();
    var treated = new ArrayList<String>();
    var byId = new HashMap<String, Member>();
    for (Member member : members) {
      if (member.group() == Group.HELD_OUT) {
        heldOut.add(directory.personOf(member.userId()).id());
        excluded.merge(HELD_OUT, 1L, Long::sum);
      } else if (channel != null && !channel.equals(member.channel())) {
        excluded.merge(OTHER_CHANNEL, 1L, Long::sum);
      } else {
        treated.add(member.userId());
        byId.put(member.userId(), member);
      }
    }
    ExportConsent.Export decided = identity.exports().decide(treated, campaign.purpose(), null);
    decided.refused().forEach((reason, count) -> excluded.merge(reason, count, Long::sum));
    var rows = new ArrayList<Placed>();
    for (ExportConsent.Exported person : decided.allowed()) {
      Member member = byId.get(person.key());
      if (member == null || heldOut.contains(person.personId())) {
        excluded.merge(HELD_OUT_PERSON, 1L, Long::sum);
      } else {
        rows.add(new Placed(member.place(), row(person, member)));
      }
    }
    return new Exportable(rows, excluded);
  }

  private static ExportRow row(ExportConsent.Exported person, Member member) {
    String key = person.key();
    String first = person.userIds().contains(key)
        ? key
        : person.userIds().isEmpty() ? null : person.userIds().getFirst();
    return new ExportRow(
        first,
        person.userIds().stream().filter(id -> !id.equals(first)).toList(),
        person.phones(),
        member.channel());
  }

  /** Throws {@link NoAudienceException} when there are fewer rows than may leave the house. */
  void check() {
    if (rows.size() < MINIMUM) {
      throw new NoAudienceException("campaign: at least " + MINIMUM
          + " persons who may be exported are required, got " + rows.size() + " (left out: "
          + excluded + ")");
    }
  }

  List<ExportRow> all(boolean hashed) {
    return rows.stream()
        .map(placed -> hashed ? placed.row().hashed() : placed.row())
        .toList();
  }
}
