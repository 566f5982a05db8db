package io.tidewatch.audience;

import io.tidewatch.audience.aipl.AiplReader;
import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.aipl.BrandStates;
import io.tidewatch.audience.aipl.Deepening;
import io.tidewatch.audience.aipl.ShownSearches;
import io.tidewatch.audience.aipl.Transitions;
import io.tidewatch.audience.answer.AssetRow;
import io.tidewatch.audience.campaign.Activation;
import io.tidewatch.audience.campaign.Activations;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.WordFamilies;
import io.tidewatch.audience.identity.SourceMatch;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.catalogue.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The data bank of a brand: its people by state at two times, and what moved between them. */
final class Assets {
  private static final int DAYS_BEFORE = 30;
  private static final int MOST_BEFORE = 730;

  private final AudienceConfig config;
  private final AudienceFacts store;
  private final Snapshots snapshots;
  private final WordFamilies families;
  private final Wording wording;

  Assets(
      AudienceConfig config,
      AudienceFacts store,
      Snapshots snapshots,
      WordFamilies families,
      Wording wording) {
    this.config = config;
    this.store = store;
    this.snapshots = snapshots;
    this.families = families;
    this.wording = wording;
  }

  /**
   * @param known tells from where users in a state are known
   * @param campaigns of the brand
   */
  List<AssetRow> rows(
      String brandId,
      Instant asOf,
      @Nullable Instant earlier,
      Catalogue catalogue,
      Function<Function<String, @Nullable String>, List<SourceMatch>> known,
      Activations campaigns) {
    Instant since = earlier == null ? asOf.minus(Duration.ofDays(DAYS_BEFORE)) : earlier;
    Duration between = Duration.between(since, asOf);
    if (!since.isBefore(asOf) || between.toDays() > MOST_BEFORE) {
      throw new IllegalArgumentException("since: a time before " + asOf + ", by at most "
          + MOST_BEFORE + " days, is required, got " + since);
    }
    int seconds = Math.toIntExact(between.toSeconds());
    int days = (int) between.toDays() + 1;
    Snapshot snapshot = snapshots.at(asOf, catalogue.version(), config.aipl().reach() + days);
    UserFacts facts = snapshot.facts();
    if (facts.users() == 0) {
      return List.of();
    }
    BrandScope brand = BrandScope.of(brandId, catalogue, facts);
    int shownDays = config.aipl().awarenessDays()
        + Math.max(days, config.directions().lostDays().getLast());
    var reader = new AiplReader(
        facts, brand, ShownSearches.read(store, facts, brandId, shownDays), config.aipl());
    BrandStates now = reader.now();
    BrandStates before = reader.before(seconds);
    Transitions moves = Transitions.between(before, now, UserSet.all(facts.users()));
    var composition = new Composition(config, wording, snapshot, brand, families);
    List<SourceMatch> sources = known.apply(user -> state(user, now, snapshot));
    List<Activation> activations = campaigns.of(brandId, asOf);
    var rows = new ArrayList<AssetRow>();
    for (AiplState state : AiplState.values()) {
      UserSet users = now.in(state);
      UserSet active = users.and(snapshot.base());
      UserSet counted = state == AiplState.O ? active : users;
      rows.add(new AssetRow(
          state.name(),
          counted.size(),
          active.size(),
          state == AiplState.O ? before.in(state).and(snapshot.base()).size() : moves.from(state),
          from(moves, state),
          to(moves, state),
          left(now, state),
          deepening(moves, state),
          labels(now.evidence(counted)),
          sources.stream().filter(row -> row.group().equals(state.name())).toList(),
          channels(snapshot, active),
          composition.of(active),
          activations(state, activations),
          since,
          asOf));
    }
    return rows;
  }

  private static List<Activation> activations(AiplState state, List<Activation> all) {
    return state.compareTo(AiplState.A) > 0
        ? List.of()
        : all.stream().map(activation -> activation.from(state.name())).toList();
  }

  /** The state under which a user is counted; null for nobody's. */
  private static @Nullable String state(String userId, BrandStates now, Snapshot snapshot) {
    int user = snapshot.facts().user(userId);
    if (user == Names.NONE) {
      return null;
    }
    AiplState state = now.state(user);
    return state == AiplState.O && !snapshot.base().contains(user) ? null : state.name();
  }

  private static @Nullable Deepening deepening(Transitions moves, AiplState state) {
    return switch (state) {
      case O, A -> moves.deepening(state, AiplState.I);
      case I -> moves.deepening(state, AiplState.P);
      case P -> moves.deepening(state, AiplState.L);
      case L -> null;
    };
  }

  private static Map<String, Integer> from(Transitions moves, AiplState state) {
    var from = new LinkedHashMap<String, Integer>();
    for (AiplState other : AiplState.values()) {
      if (other != AiplState.O || state != AiplState.O) {
        from.put(other.name(), moves.count(other, state));
      }
    }
    return from;
  }

  private static Map<String, Integer> to(Transitions moves, AiplState state) {
    var to = new LinkedHashMap<String, Integer>();
    for (AiplState other : AiplState.values()) {
      if (other != AiplState.O || state != AiplState.O) {
        to.put(other.name(), moves.count(state, other));
      }
    }
    return to;
  }

  private Map<String, Integer> left(BrandStates now, AiplState state) {
    var left = new LinkedHashMap<String, Integer>();
    if (state != AiplState.O) {
      for (int days : config.directions().lostDays()) {
        left.put(Integer.toString(days), now.left(state, days).size());
      }
    }
    return left;
  }

  private static Map<String, Integer> labels(
      Map<io.tidewatch.audience.aipl.Evidence, Integer> evidence) {
    var labels = new LinkedHashMap<String, Integer>();
    evidence.forEach((e, users) -> labels.put(e.label(), users));
    return labels;
  }

  private Map<String, Integer> channels(Snapshot snapshot, UserSet users) {
    UserFacts facts = snapshot.facts();
    int[] last = new int[facts.channels().size()];
    int[] counts = new int[last.length];
    Arrays.fill(last, Names.NONE);
    users.forEach(user -> {
      for (int fact = facts.first(user); fact < facts.end(user); fact++) {
        int channel = facts.channel(fact);
        if (channel != Names.NONE
            && last[channel] != user
            && facts.age(fact) <= (long) config.baseDays() * UserFacts.DAY) {
          last[channel] = user;
          counts[channel]++;
        }
      }
    });
    var byName = new TreeMap<String, Integer>();
    for (int channel = 0; channel < counts.length; channel++) {
      if (counts[channel] > 0) {
        byName.put(facts.channels().name(channel), counts[channel]);
      }
    }
    return byName;
  }
}
