package io.tidewatch.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.identity.LedgerChange;
import io.tidewatch.model.identity.LedgerChange.Merge;
import io.tidewatch.model.identity.LedgerEntry;
import io.tidewatch.model.identity.LedgerEntry.Action;
import io.tidewatch.model.identity.LedgerPerson;
import io.tidewatch.model.identity.LedgerState;
import io.tidewatch.model.identity.LedgerState.Apart;
import io.tidewatch.model.identity.MergeLedger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database has to do with persons and merges. */
@NullUnmarked
abstract class MergeLedgerContract {
  private static final Instant AT = Instant.parse("2025-06-10T16:00:00.123456Z");

  StateDatabase state;

  private StateLocation location;

  /** An empty place, another one each time. */
  abstract StateLocation empty() throws Exception;

  @BeforeEach
  void open() throws Exception {
    location = empty();
    state = StateDatabase.open(location);
  }

  @AfterEach
  void close() {
    state.close();
  }

  final void reopen() {
    state.close();
    state = StateDatabase.open(location);
  }

  private MergeLedger ledger() {
    return state.merges();
  }

  private boolean apply(LedgerChange change) {
    return ledger().apply(ledger().revision(), change, AT);
  }

  /** Person a holds k1 and k2, b holds k3 and k4, c holds k5. */
  private void three() {
    assertThat(apply(new LedgerChange(
            List.of(person("a"), person("b"), person("c")),
            List.of(),
            Map.of("k1", "a", "k2", "a", "k3", "b", "k4", "b", "k5", "c"),
            Set.of())))
        .isTrue();
  }

  private static LedgerPerson person(String id) {
    return new LedgerPerson(id, "founder-" + id, AT.minusSeconds(id.charAt(0)));
  }

  private static LedgerChange merge(String kept, String alias) {
    return new LedgerChange(List.of(), List.of(new Merge(kept, alias)), Map.of(), Set.of());
  }

  private Map<String, String> ties() {
    return ledger().state().ties();
  }

  private static String held(Map<String, String> ties, String person) {
    return ties.entrySet().stream()
        .filter(tie -> tie.getValue().equals(person))
        .map(Map.Entry::getKey)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @Test
  void ledger_empty_answersNothing() {
    assertThat(ledger().state())
        .isEqualTo(new LedgerState(0, List.of(), Map.of(), Map.of(), Set.of()));
    assertThat(ledger().entries(10)).isEmpty();
    assertThat(ledger().erase(Set.of("none"), AT)).isZero();
    assertThat(ledger().entries(10)).isEmpty();
    assertThatThrownBy(() -> ledger().undo(1, AT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id: an entry of the ledger is required, got 1");
  }

  @Test
  void apply_personsAndTies_comeBackAfterReopening() {
    three();
    reopen();
    LedgerState state = ledger().state();
    assertThat(state.persons()).containsExactly(person("a"), person("b"), person("c"));
    assertThat(state.ties())
        .isEqualTo(Map.of("k1", "a", "k2", "a", "k3", "b", "k4", "b", "k5", "c"));
    assertThat(state.revision()).isEqualTo(1);
  }

  @Test
  void apply_moreThanABatchOfTies_keepsAll() {
    Map<String, String> many = java.util.stream.IntStream.range(0, 12_001)
        .boxed()
        .collect(Collectors.toMap(i -> "k" + i, i -> "a"));
    assertThat(apply(new LedgerChange(List.of(person("a")), List.of(), many, Set.of())))
        .isTrue();
    assertThat(ties()).isEqualTo(many);
  }

  @Test
  void apply_toAnOlderState_writesNothing() {
    long before = ledger().revision();
    three();
    assertThat(ledger().apply(before, merge("a", "b"), AT)).isFalse();
    assertThat(ledger().entries(10)).isEmpty();
    assertThat(held(ties(), "b")).isEqualTo("k3 k4");
  }

  @Test
  void apply_byManyAtOnce_isDoneByOne() throws Exception {
    long before = ledger().revision();
    Callable<Boolean> one = () -> ledger()
        .apply(
            before,
            new LedgerChange(List.of(person("a")), List.of(), Map.of("k", "a"), Set.of()),
            AT);
    int done = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> result : threads.invokeAll(Collections.nCopies(16, one))) {
        done += result.get() ? 1 : 0;
      }
    }
    assertThat(done).isEqualTo(1);
  }

  @Test
  void merge_movesTiesAndLeavesAnAlias() {
    three();
    apply(merge("a", "b"));
    apply(merge("c", "a"));
    reopen();
    assertThat(held(ties(), "c")).isEqualTo("k1 k2 k3 k4 k5");
    assertThat(ledger().state().aliases()).isEqualTo(Map.of("b", "c", "a", "c"));
    assertThat(ledger().state().persons()).containsExactly(person("c"));
    assertThat(ledger().entries(10))
        .containsExactly(
            new LedgerEntry(2, AT, Action.MERGE, "c", "a", null, 4, false),
            new LedgerEntry(1, AT, Action.MERGE, "a", "b", null, 2, false));
    assertThat(ledger().entries(1)).hasSize(1);
  }

  @Test
  void undo_ofAMerge_givesBackWhatWasHeldAndKeepsThemApart() {
    three();
    apply(merge("a", "b"));
    LedgerEntry undo = ledger().undo(1, AT.plusSeconds(1));
    reopen();
    assertThat(undo)
        .isEqualTo(new LedgerEntry(2, AT.plusSeconds(1), Action.UNDO, "a", "b", 1L, 2, false));
    assertThat(held(ties(), "a")).isEqualTo("k1 k2");
    assertThat(held(ties(), "b")).isEqualTo("k3 k4");
    assertThat(ledger().state().aliases()).isEmpty();
    assertThat(ledger().state().apart()).containsExactly(new Apart("b", "a"));
    assertThat(ledger().entries(10).get(1))
        .as("the merge's row stays as it was, but for what a later one says of it")
        .isEqualTo(new LedgerEntry(1, AT, Action.MERGE, "a", "b", null, 2, true));
  }

  @Test
  void undo_ofAnEarlierMerge_takesFromWhoStandsForItNow() {
    three();
    apply(merge("a", "b"));
    apply(merge("c", "a"));
    ledger().undo(1, AT);
    assertThat(held(ties(), "c")).isEqualTo("k1 k2 k5");
    assertThat(held(ties(), "b")).isEqualTo("k3 k4");
    assertThat(ledger().state().apart()).containsExactly(new Apart("b", "c"));
    ledger().undo(2, AT);
    assertThat(held(ties(), "a")).isEqualTo("k1 k2");
    assertThat(held(ties(), "b")).isEqualTo("k3 k4");
    assertThat(ledger().state().apart())
        .containsExactlyInAnyOrder(new Apart("a", "b"), new Apart("a", "c"));
  }

  @Test
  void undo_ofAnUndoing_letsThemMergeAgain() {
    three();
    apply(merge("a", "b"));
    ledger().undo(1, AT);
    ledger().undo(2, AT);
    assertThat(ledger().state().apart()).isEmpty();
    assertThat(held(ties(), "b")).isEqualTo("k3 k4");
    apply(merge("a", "b"));
    assertThat(ledger().state().aliases()).isEqualTo(Map.of("b", "a"));
    assertThat(ledger().entries(10)).extracting(LedgerEntry::id).containsExactly(4L, 3L, 2L, 1L);
  }

  @Test
  void undo_twice_isRefused() {
    three();
    apply(merge("a", "b"));
    ledger().undo(1, AT);
    assertThatThrownBy(() -> ledger().undo(1, AT))
        .hasMessage("id: an entry that was not taken back is required, got 1");
    assertThat(ledger().entries(10)).hasSize(2);
  }

  @Test
  void apply_releasedAndMovedTies_areNoLongerHeld() {
    three();
    apply(new LedgerChange(List.of(), List.of(), Map.of("k5", "a"), Set.of("k1")));
    assertThat(ties()).isEqualTo(Map.of("k2", "a", "k3", "b", "k4", "b", "k5", "a"));
  }

  @Test
  void erase_ofAPerson_forgetsKeysAndKeepsTheLedger() {
    three();
    apply(merge("a", "b"));
    long forgotten = ledger().erase(Set.of("k1", "k2", "k3", "k4", "founder-a", "unknown"), AT);
    reopen();
    assertThat(forgotten).isEqualTo(4);
    assertThat(ties()).isEqualTo(Map.of("k5", "c"));
    assertThat(ledger().state().persons()).extracting(LedgerPerson::id).containsExactly("c");
    assertThat(ledger().entries(10))
        .extracting(LedgerEntry::action)
        .containsExactly(Action.ERASE, Action.MERGE);
    ledger().undo(1, AT);
    assertThat(ties()).as("nothing comes back").isEqualTo(Map.of("k5", "c"));
    assertThatThrownBy(() -> ledger().undo(2, AT))
        .hasMessage("id: a merge or an undoing is required, got 2");
  }

  @Test
  void erase_ofOneIdentifier_leavesThePersonWithTheOthers() {
    three();
    assertThat(ledger().erase(Set.of("k1"), AT)).isEqualTo(1);
    assertThat(held(ties(), "a")).isEqualTo("k2");
    assertThat(ledger().state().persons()).hasSize(3);
    assertThat(ledger().entries(10)).isEmpty();
    assertThat(Arrays.asList(ties().keySet().toArray())).doesNotContain("k1");
  }
}
