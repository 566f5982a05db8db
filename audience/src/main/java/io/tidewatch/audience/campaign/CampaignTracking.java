package io.tidewatch.audience.campaign;

import io.tidewatch.audience.StateMoves;
import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.campaign.TrackRow.Cost;
import io.tidewatch.audience.campaign.TrackRow.Share;
import io.tidewatch.audience.metric.DeepeningRate;
import io.tidewatch.audience.metric.Interval;
import io.tidewatch.audience.metric.RelativeDeepening;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a campaign's persons. A person's state is the deepest of all ids of the person.
 * Differences and ratios have 95 % intervals (R. Newcombe 1998; D. Katz et al. 1978) and are not said
 * below 20 persons a group or 5 who moved in both together. Immutable.
 */
public final class CampaignTracking {
  /** Below it nothing is said of a group. */
  static final int LEAST_PERSONS = 20;

  private static final int LEAST_MOVED = 5;
  private static final String EXPOSED = "exposed-only";
  private static final AiplState[] STATES = AiplState.values();

  private final CampaignPeople people;
  private final Delivery delivery;
  private final byte[] before;
  private final byte[] after;
  private final @Nullable String model;

  /** {@code model} names who ordered the audience; null for the directions alone. */
  public CampaignTracking(
      CampaignPeople people, Delivery delivery, StateMoves moves, @Nullable String model) {
    this.people = people;
    this.delivery = delivery;
    this.model = model;
    this.before = new byte[people.size()];
    this.after = new byte[people.size()];
    for (int user = 0; user < moves.facts().users(); user++) {
      int person = people.number(moves.facts().userId(user));
      if (person >= 0) {
        before[person] = deeper(before[person], moves.before().state(user));
        after[person] = deeper(after[person], moves.after().state(user));
      }
    }
  }

  private static byte deeper(byte known, AiplState state) {
    return (byte) Math.max(known, state.depth());
  }

  /** The whole first, then by direction, model and channel, then those exposed. */
  public List<TrackRow> rows() {
    var rows = new ArrayList<TrackRow>();
    IntPredicate all = person -> true;
    add(rows, TrackRow.TREATED, "all", null, all, all);
    for (String direction : named(Member::bestDirection)) {
      IntPredicate own = person -> direction.equals(people.best(person).bestDirection());
      add(rows, TrackRow.TREATED, "direction", direction, own, own);
    }
    if (model != null) {
      add(rows, TrackRow.TREATED, "model", model, all, all);
    }
    for (String channel : named(Member::channel)) {
      // who is held out has no channel: chance alone sent the others to theirs
      add(
          rows,
          TrackRow.TREATED,
          "channel",
          channel,
          person -> channel.equals(people.best(person).channel()),
          all);
    }
    add(rows, EXPOSED, "all", null, delivery::isExposed, all);
    return rows;
  }

  /** Who was treated, exposed and in O or A at T, best first, with whether the person moved. */
  public ExposedUsers exposed(boolean bought) {
    Move move = bought ? Move.EITHER_TO_PURCHASE : Move.EITHER_TO_INTEREST;
    var ids = new ArrayList<String>();
    var moved = new BitSet();
    for (int person = 0; person < people.size(); person++) {
      if (people.isTreated(person)
          && delivery.isExposed(person)
          && move.starts(STATES[before[person]])) {
        moved.set(ids.size(), move.reached(STATES[after[person]]));
        ids.add(people.best(person).userId());
      }
    }
    boolean[] converted = new boolean[ids.size()];
    moved.stream().forEach(i -> converted[i] = true);
    return new ExposedUsers(ids, converted);
  }

  private Set<String> named(Function<Member, @Nullable String> name) {
    var names = new TreeSet<String>();
    for (int person = 0; person < people.size(); person++) {
      String own = name.apply(people.best(person));
      if (own != null) {
        names.add(own);
      }
    }
    return names;
  }

  private void add(
      List<TrackRow> rows,
      String analysis,
      String part,
      @Nullable String value,
      IntPredicate treated,
      IntPredicate heldOut) {
    for (Move move : Move.values()) {
      Count one = count(move, person -> people.isTreated(person) && treated.test(person));
      Count other = count(move, person -> people.isHeldOut(person) && heldOut.test(person));
      rows.add(row(analysis, part, value, move, one, other));
    }
  }

  private record Count(int persons, int moved) {}

  private Count count(Move move, IntPredicate chosen) {
    int persons = 0;
    int moved = 0;
    for (int person = 0; person < people.size(); person++) {
      if (move.starts(STATES[before[person]]) && chosen.test(person)) {
        persons++;
        moved += move.reached(STATES[after[person]]) ? 1 : 0;
      }
    }
    return new Count(persons, moved);
  }

  private TrackRow row(
      String analysis,
      String part,
      @Nullable String value,
      Move move,
      Count treated,
      Count heldOut) {
    boolean chance = analysis.equals(TrackRow.TREATED);
    boolean anybody = hasHoldOut();
    boolean enough = anybody
        && Math.min(treated.persons(), heldOut.persons()) >= LEAST_PERSONS
        && treated.moved() + heldOut.moved() >= LEAST_MOVED;
    Interval difference = null;
    Interval uplift = null;
    if (enough) {
      var compared = new RelativeDeepening(
          new DeepeningRate(treated.persons(), treated.moved()),
          new DeepeningRate(heldOut.persons(), heldOut.moved()));
      difference = compared.difference();
      uplift = chance ? compared.relative() : null;
    }
    return new TrackRow(
        analysis,
        part,
        value,
        move.from(),
        move.to(),
        Share.of(treated.persons(), treated.moved(), LEAST_PERSONS),
        anybody ? Share.of(heldOut.persons(), heldOut.moved(), LEAST_PERSONS) : null,
        difference,
        uplift,
        chance && part.equals("all") ? costs(treated, difference, uplift) : List.of(),
        verdict(anybody, difference, uplift));
  }

  private boolean hasHoldOut() {
    for (int person = 0; person < people.size(); person++) {
      if (people.isHeldOut(person)) {
        return true;
      }
    }
    return false;
  }

  /** Both intervals must lie on one side: with few who moved the two formulas can disagree. */
  private static String verdict(
      boolean anybody, @Nullable Interval difference, @Nullable Interval uplift) {
    if (!anybody) {
      return TrackRow.NO_HOLD_OUT;
    }
    if (difference == null) {
      return TrackRow.TOO_FEW;
    }
    if (uplift == null) {
      return TrackRow.OBSERVATIONAL;
    }
    if (difference.low() > 0 && uplift.low() > 0) {
      return TrackRow.RAISED;
    }
    return difference.high() < 0 && uplift.high() < 0 ? TrackRow.LOWERED : TrackRow.NOT_SHOWN;
  }

  private List<Cost> costs(
      Count treated, @Nullable Interval difference, @Nullable Interval uplift) {
    boolean raised = verdict(true, difference, uplift).equals(TrackRow.RAISED);
    double caused = raised && difference != null ? difference.mid() * treated.persons() : 0;
    return delivery.costs().entrySet().stream()
        .map(cost -> new Cost(
            cost.getKey(),
            cost.getValue(),
            treated.persons() < LEAST_PERSONS ? null : per(cost.getValue(), treated.moved()),
            per(cost.getValue(), caused)))
        .toList();
  }

  private static @Nullable BigDecimal per(BigDecimal amount, double persons) {
    return persons <= 0
        ? null
        : amount.divide(BigDecimal.valueOf(persons), 4, RoundingMode.HALF_UP);
  }
}
