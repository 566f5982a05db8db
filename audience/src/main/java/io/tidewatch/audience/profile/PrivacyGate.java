package io.tidewatch.audience.profile;

import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.profile.DifferencingGuard.Earlier;
import io.tidewatch.audience.profile.DifferencingGuard.Finding;
import io.tidewatch.model.audit.AuditEntry;
import io.tidewatch.model.audit.AuditLog;
import io.tidewatch.model.group.AnsweredGroup;
import io.tidewatch.model.group.GroupMemory;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The only way to a profile of a group. It refuses groups that are too small or too near to earlier
 * ones, withholds cells, rounds the rest, remembers whom it told about, and writes a line of audit
 * about every answer and refusal before it gives it. Safe from any thread; questions follow one
 * another.
 */
public final class PrivacyGate {
  /** Of the question, in the audit log. */
  public static final String ACTION = "audience/profile";

  private static final String PURPOSE = "profile\u001f";

  private final ProfileConfig config;
  private final double tgiPrior;
  private final GroupMemory memory;
  private final AuditLog audit;
  private final UnaryOperator<String> hash;
  private final InstantSource clock;
  private final DifferencingGuard guard;
  private final List<Earlier> earlier = new ArrayList<>();
  private long newest;
  private WeakReference<@Nullable UserFacts> read = new WeakReference<>(null);
  private @Nullable Members members;

  /**
   * @param tgiPrior users that the base rate is worth in a TGI's lower bound
   * @param hash keyed, at least 16 hexadecimal digits, the same for the same text
   */
  public PrivacyGate(
      ProfileConfig config,
      double tgiPrior,
      GroupMemory memory,
      AuditLog audit,
      UnaryOperator<String> hash,
      InstantSource clock) {
    this.config = config;
    this.tgiPrior = tgiPrior;
    this.memory = memory;
    this.audit = audit;
    this.hash = hash;
    this.clock = clock;
    this.guard = new DifferencingGuard(config.group(), config.cell());
  }

  /** The profile of a group, or why there is none; no rows when the base is empty. */
  public synchronized ProfileAnswer profile(ProfileCall call) {
    Instant now = clock.instant();
    UserSet base = call.matrix().base();
    if (base.isEmpty()) {
      write(now, call, 0, AuditEntry.ANSWERED);
      return new ProfileAnswer.Answered(List.of());
    }
    Members people = members(call);
    int size = Rounding.keyed(call.group().size(), config.step(), people.key(call.group()));
    UserSet group = people.lasting(call.group());
    Finding finding;
    do {
      finding = look(call, group, base, now);
      Optional<Refusal> refusal = finding.rule();
      if (refusal.isPresent()) {
        write(now, call, size, "refused: " + refusal.get().label());
        return new ProfileAnswer.Refused(refusal.get(), refusal.get().sentence(config));
      }
    } while (!isRemembered(group, call.facts().asOf(), now));
    var told = new ProfileRow.Group(
        call.facts().asOf(), size, Rounding.nearest(base.size(), config.baseStep()));
    List<UserSet> left = finding.left().stream().map(people::here).toList();
    var cells = new CellReader(config, tgiPrior, people, call.group(), left, told);
    List<ProfileRow> rows = Dimensions.of(call.matrix(), call.names()).stream()
        .flatMap(dimension -> cells.rows(dimension, call.unknown()).stream())
        .toList();
    write(now, call, size, AuditEntry.ANSWERED);
    return new ProfileAnswer.Answered(rows);
  }

  /** Forgets people; what remembered groups hold of them belongs to nobody from then on. */
  public synchronized long forget(Set<String> userIds) {
    members = null;
    return memory.forget(userIds.stream().map(this::key).toList());
  }

  private Finding look(ProfileCall call, UserSet group, UserSet base, Instant now) {
    if (group.size() < config.group()) {
      return refused(Refusal.GROUP);
    }
    int outside = base.size() - group.size();
    if (outside > 0 && outside < config.group()) {
      return refused(Refusal.COMPLEMENT);
    }
    recall(now);
    Optional<Earlier> same = DifferencingGuard.same(group, call.facts().asOf(), earlier);
    if (same.isEmpty() && earlier.size() >= config.mostGroups()) {
      return refused(Refusal.MEMORY);
    }
    // What came after the first answer to the same question changes nothing of it.
    long before = same.map(Earlier::id).orElse(Long.MAX_VALUE);
    return guard.compare(group, earlier.stream().filter(e -> e.id() < before).toList());
  }

  private static Finding refused(Refusal rule) {
    return new Finding(Optional.of(rule), Set.of());
  }

  /** Brings what is known of earlier answers up to date; other processes may answer too. */
  private void recall(Instant now) {
    Instant oldest = now.minus(Duration.ofDays(config.memoryDays()));
    memory.dropBefore(oldest);
    earlier.removeIf(e -> e.answeredAt().isBefore(oldest));
    long end = memory.newest();
    for (AnsweredGroup group : memory.after(newest)) {
      earlier.add(
          new Earlier(group.id(), group.answeredAt(), group.asOf(), UserSet.read(group.members())));
      end = Math.max(end, group.id());
    }
    newest = end;
  }

  /** Whether the group is on disk; false when somebody else answered meanwhile. */
  private boolean isRemembered(UserSet group, Instant asOf, Instant now) {
    if (DifferencingGuard.same(group, asOf, earlier).isPresent()) {
      return true;
    }
    return memory.remember(new AnsweredGroup(newest + 1, now, asOf, group.write()));
  }

  private Members members(ProfileCall call) {
    Members people = members;
    if (people == null || read.get() != call.facts()) {
      people = Members.of(call.facts(), call.matrix().base(), this::key, memory);
      members = people;
      read = new WeakReference<>(call.facts());
    }
    return people;
  }

  private long key(String userId) {
    return Long.parseUnsignedLong(hash.apply(PURPOSE + userId).substring(0, 16), 16);
  }

  private void write(Instant now, ProfileCall call, int size, String outcome) {
    audit.write(new AuditEntry(
        now, call.caller(), ACTION, call.query(), size, config.thresholds(), outcome));
  }
}
