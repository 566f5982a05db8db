package io.tidewatch.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.audit.AuditEntry;
import io.tidewatch.model.rule.Alert;
import io.tidewatch.model.rule.Condition;
import io.tidewatch.model.rule.Episode;
import io.tidewatch.model.rule.Firing;
import io.tidewatch.model.rule.Rule;
import io.tidewatch.model.trend.KeyKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What every database has to do. */
@NullUnmarked
abstract class StateContract extends CampaignContract {
  static final Instant T = Instant.parse("2025-06-10T16:00:00.123456Z");
  static final Instant NOW = Instant.parse("2025-06-10T16:05:00Z");

  @Test
  void empty_everyQuestion_answersNothing() {
    assertThat(state.rules().list()).isEmpty();
    assertThat(state.rules().get("none")).isEmpty();
    assertThat(state.rules().delete("none")).isFalse();
    assertThat(state.alerts().evaluatedTo("none")).isEmpty();
    assertThat(state.alerts().lastEvaluation()).isEmpty();
    assertThat(state.alerts().episodes("none")).isEmpty();
    assertThat(state.alerts().due(NOW, 10)).isEmpty();
    assertThat(state.alerts().list(null, 10)).isEmpty();
    assertThat(state.alerts().claim("none", NOW, NOW)).isFalse();
    assertThat(state.alerts().backlog().pending()).isZero();
    assertThat(state.alerts().backlog().oldest()).isNull();
    assertThat(state.audit().list(null, 10)).isEmpty();
    assertThat(state.groups().after(0)).isEmpty();
    assertThat(state.segments().list()).isEmpty();
  }

  @Test
  void rules_ofEveryDetector_comeBackAsSavedAfterReopening() {
    List<Rule> rules = List.of(
        rule("a", new Condition.Rising(KeyKind.BRAND, List.of(), 4)),
        rule("b", new Condition.Growth(KeyKind.TERM, List.of("x,y", "排队 \"长\""), 2.5)),
        rule("b2", new Condition.Level(KeyKind.BRAND, List.of("瑞幸"), 1.5)),
        rule("b3", new Condition.Climb(KeyKind.ASPECT, List.of(), 1.2)),
        rule("c", new Condition.Count("brand:瑞幸 AND '排队'", 100)),
        rule("国潮", new Condition.Negative("brand:瑞幸", 0.4, 30)).muted(T));
    rules.forEach(state.rules()::save);
    reopen();
    assertThat(state.rules().list()).containsExactlyElementsOf(rules);
    assertThat(state.rules().get("国潮")).contains(rules.getLast());
  }

  @Test
  void audit_linesOfTwoActions_comeNewestFirstAfterReopening() {
    AuditEntry profile = line("audience/profile", 120, AuditEntry.ANSWERED);
    AuditEntry refused = line("audience/profile", 7, "refused: group");
    AuditEntry export = line("audience/campaign/export", 5_000_000_000L, AuditEntry.ANSWERED);
    List.of(profile, refused, export).forEach(state.audit()::write);
    reopen();
    assertThat(state.audit().list(null, 10)).containsExactly(export, refused, profile);
    assertThat(state.audit().list("audience/profile", 10)).containsExactly(refused, profile);
    assertThat(state.audit().list(null, 1)).containsExactly(export);
    assertThat(state.audit().list("audience", 10)).isEmpty();
  }

  private static AuditEntry line(String action, long size, String outcome) {
    return new AuditEntry(T, "cli:王", action, "brand=兰蔻", size, "group=100", outcome);
  }

  @Test
  void save_sameId_replacesAndKeepsWhatWasEvaluated() {
    Rule rule = saved("a");
    state.alerts().record("a", T, NOW, List.of(new Episode("k", T, T)), null);
    state.rules().save(rule.muted(NOW));
    assertThat(state.rules().list()).containsExactly(rule.muted(NOW));
    assertThat(state.alerts().evaluatedTo("a")).contains(T);
    assertThat(state.alerts().episodes("a")).hasSize(1);
  }

  @Test
  void record_anEvaluation_keepsTimeEpisodesAndAlert() {
    Rule rule = saved("a");
    Alert alert = Alert.found(
        rule, T, NOW, List.of(firing("k1", 5.5), new Firing("k2", "另一个", 4, 3, null, List.of())));
    var episodes = List.of(new Episode("k1", T.minusSeconds(3600), T), new Episode("k2", T, T));
    assertThat(state.alerts().record("a", T, NOW, episodes, alert)).isTrue();
    reopen();
    assertThat(state.alerts().evaluatedTo("a")).contains(T);
    assertThat(state.alerts().lastEvaluation()).contains(NOW);
    assertThat(state.alerts().episodes("a")).containsExactlyElementsOf(episodes);
    assertThat(state.alerts().list("a", 10)).containsExactly(alert);
    assertThat(state.alerts().list("b", 10)).isEmpty();
    assertThat(state.alerts().due(NOW, 10)).containsExactly(alert);
    assertThat(state.alerts().due(NOW.minusSeconds(1), 10)).isEmpty();
  }

  @Test
  void record_sameOrEarlierTime_changesNothing() {
    Rule rule = saved("a");
    record(rule, T);
    var other = List.of(new Episode("other", T, T));
    assertThat(state.alerts().record("a", T, NOW, other, null)).isFalse();
    assertThat(state.alerts().record("a", T.minusSeconds(3600), NOW, other, null))
        .isFalse();
    assertThat(state.alerts().record("gone", T, NOW, other, null)).isFalse();
    assertThat(state.alerts().episodes("a")).extracting(Episode::key).containsExactly("k");
    assertThat(state.alerts().list(null, 10)).hasSize(1);
  }

  @Test
  void record_laterTime_replacesTheEpisodes() {
    Rule rule = saved("a");
    record(rule, T);
    assertThat(state.alerts().record("a", T.plusSeconds(3600), NOW, List.of(), null))
        .isTrue();
    assertThat(state.alerts().episodes("a")).isEmpty();
  }

  @Test
  void record_afterTheRuleWasRemovedAndAddedAgain_isNoSecondAlertOfThatTime() {
    Rule rule = saved("a");
    record(rule, T);
    state.rules().delete("a");
    state.rules().save(rule);
    assertThat(record(rule, T)).isTrue();
    assertThat(state.alerts().list("a", 10)).hasSize(1);
  }

  @Test
  void record_byManyAtOnce_isDoneByOne() throws Exception {
    Rule rule = saved("a");
    Callable<Boolean> one = () -> record(rule, T);
    int done = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> result : threads.invokeAll(java.util.Collections.nCopies(16, one))) {
        done += result.get() ? 1 : 0;
      }
    }
    assertThat(done).isEqualTo(1);
    assertThat(state.alerts().list("a", 10)).hasSize(1);
  }

  @Test
  void claim_byManyAtOnce_isGivenToOneAndAgainOnceItsTimeIsOver() throws Exception {
    record(saved("a"), T);
    String id = Alert.idOf("a", T);
    Instant retry = NOW.plusSeconds(60);
    Callable<Boolean> one = () -> state.alerts().claim(id, NOW, retry);
    int won = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> result : threads.invokeAll(java.util.Collections.nCopies(16, one))) {
        won += result.get() ? 1 : 0;
      }
    }
    assertThat(won).isEqualTo(1);
    assertThat(state.alerts().due(retry.minusNanos(1000), 10)).isEmpty();
    assertThat(state.alerts().due(retry, 10)).hasSize(1);
    assertThat(state.alerts().claim(id, retry, retry.plusSeconds(60))).isTrue();
    assertThat(state.alerts().list("a", 1).getFirst().attempts()).isEqualTo(2);
  }

  @Test
  void failed_thenDelivered_isCountedAndNeverDueAgain() {
    record(saved("a"), T);
    String id = Alert.idOf("a", T);
    state.alerts().claim(id, NOW, NOW.plusSeconds(60));
    state.alerts().failed(id, "status 500", NOW.plusSeconds(5));
    assertThat(state.alerts().backlog().pending()).isEqualTo(1);
    assertThat(state.alerts().backlog().failing()).isEqualTo(1);
    assertThat(state.alerts().backlog().lastError()).isEqualTo("status 500");
    assertThat(state.alerts().backlog().oldest()).isEqualTo(NOW);
    assertThat(state.alerts().due(NOW.plusSeconds(5), 10)).hasSize(1);
    state.alerts().delivered(id, NOW.plusSeconds(6));
    assertThat(state.alerts().backlog().pending()).isZero();
    assertThat(state.alerts().backlog().failing()).isZero();
    assertThat(state.alerts().due(NOW.plusSeconds(600), 10)).isEmpty();
    assertThat(state.alerts().claim(id, NOW.plusSeconds(600), NOW.plusSeconds(700)))
        .isFalse();
    assertThat(state.alerts().list("a", 1).getFirst().state()).isEqualTo(Alert.State.DELIVERED);
    assertThat(state.alerts().list("a", 1).getFirst().deliveredAt()).isEqualTo(NOW.plusSeconds(6));
  }

  @Test
  void alert_ofAMutedRule_isKeptAndNotDue() {
    Rule rule = saved("a").muted(NOW.plusSeconds(1));
    record(rule, T);
    assertThat(state.alerts().due(NOW.plusSeconds(60), 10)).isEmpty();
    assertThat(state.alerts().list("a", 1).getFirst().state()).isEqualTo(Alert.State.MUTED);
  }

  @Test
  void delete_ofARule_dropsWhatWaitsAndKeepsTheLog() {
    record(saved("a"), T);
    assertThat(state.rules().delete("a")).isTrue();
    assertThat(state.rules().list()).isEmpty();
    assertThat(state.alerts().due(NOW, 10)).isEmpty();
    assertThat(state.alerts().episodes("a")).isEmpty();
    assertThat(state.alerts().list("a", 1).getFirst().state()).isEqualTo(Alert.State.DROPPED);
  }

  @Test
  void list_ofMany_isNewestFirstAndCutAtTheLimit() {
    Rule a = saved("a");
    Rule b = saved("b");
    record(a, T);
    record(b, T);
    record(a, T.plusSeconds(3600));
    assertThat(state.alerts().list(null, 10))
        .extracting(Alert::id)
        .containsExactly(
            Alert.idOf("a", T.plusSeconds(3600)), Alert.idOf("a", T), Alert.idOf("b", T));
    assertThat(state.alerts().list(null, 1)).hasSize(1);
    assertThat(state.alerts().due(NOW, 2)).hasSize(2);
  }

  private boolean record(Rule rule, Instant asOf) {
    return state
        .alerts()
        .record(
            rule.id(),
            asOf,
            NOW,
            List.of(new Episode("k", asOf, asOf)),
            Alert.found(rule, asOf, NOW, List.of(firing("k", 5))));
  }

  private Rule saved(String id) {
    Rule rule = rule(id, new Condition.Rising(KeyKind.BRAND, List.of(), 4));
    state.rules().save(rule);
    return rule;
  }

  private static Firing firing(String key, double value) {
    return new Firing(key, "名字 " + key, value, 12, 3.25, List.of("weibo/1", "weibo/2"));
  }

  private static Rule rule(String id, Condition condition) {
    boolean byDay = condition instanceof Condition.Level || condition instanceof Condition.Climb;
    Duration every = Duration.ofHours(byDay ? 48 : 1);
    return new Rule(id, "名 " + id, condition, Duration.ofHours(24), every, "hook", null, T);
  }
}
