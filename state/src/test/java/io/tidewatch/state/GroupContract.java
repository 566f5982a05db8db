package io.tidewatch.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.group.AnsweredGroup;
import io.tidewatch.model.group.SavedSegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What every database has to do with groups and segments. */
@NullUnmarked
abstract class GroupContract extends MergeLedgerContract {
  private static final Instant T = Instant.parse("2025-06-10T16:00:00.123456Z");
  private static final Instant NOW = Instant.parse("2025-06-10T16:05:00Z");

  @Test
  void groups_numbersAndMembers_outlastReopening() {
    int[] numbers = state.groups().numbers(new long[] {7, -3, 7, Long.MIN_VALUE});
    assertThat(numbers[2]).isEqualTo(numbers[0]);
    assertThat(numbers).contains(0, 1, 2);
    assertThat(state.groups().newest()).isZero();
    assertThat(state.groups().remember(group(1, NOW, "abc"))).isTrue();
    assertThat(state.groups().remember(group(1, NOW, "late"))).isFalse();
    assertThat(state.groups().remember(group(3, NOW, "early"))).isFalse();
    assertThat(state.groups().remember(group(2, NOW, ""))).isTrue();
    reopen();
    assertThat(state.groups().newest()).isEqualTo(2);
    assertThat(state.groups().after(0)).containsExactly(group(1, NOW, "abc"), group(2, NOW, ""));
    assertThat(state.groups().after(1)).containsExactly(group(2, NOW, ""));
    assertThat(state.groups().numbers(new long[] {Long.MIN_VALUE, 7, -3, 99}))
        .containsExactly(numbers[3], numbers[0], numbers[1], 3);
  }

  @Test
  void groups_forgottenKey_getsANumberThatNobodyHad() {
    int[] before = state.groups().numbers(new long[] {1, 2});
    assertThat(state.groups().forget(List.of(2L, 3L))).isEqualTo(1);
    assertThat(state.groups().forget(List.of(2L))).isZero();
    reopen();
    assertThat(state.groups().numbers(new long[] {2, 1})).containsExactly(2, before[0]);
  }

  @Test
  void groups_manyPeople_areNumberedWithoutGaps() {
    long[] keys = new SplittableRandom(1).longs(20_000).toArray();
    int[] numbers = state.groups().numbers(keys);
    reopen();
    assertThat(state.groups().numbers(keys)).isEqualTo(numbers);
    assertThat(Arrays.stream(numbers).sorted().toArray())
        .isEqualTo(IntStream.range(0, 20_000).toArray());
  }

  @Test
  void groups_largeSet_comesBackWhole() {
    byte[] large = new byte[1_500_000];
    new SplittableRandom(2).nextBytes(large);
    var group = new AnsweredGroup(1, NOW, T, ByteBuffer.wrap(large));
    state.groups().remember(group);
    reopen();
    assertThat(state.groups().after(0)).containsExactly(group);
  }

  @Test
  void groups_dropped_areGoneButTheirIdsStay() {
    state.groups().remember(group(1, NOW.minusSeconds(10), "old"));
    state.groups().remember(group(2, NOW, "new"));
    state.groups().dropBefore(NOW);
    assertThat(state.groups().after(0)).containsExactly(group(2, NOW, "new"));
    state.groups().dropBefore(NOW.plusSeconds(1));
    assertThat(state.groups().after(0)).isEmpty();
    assertThat(state.groups().newest()).isEqualTo(2);
  }

  private static AnsweredGroup group(long id, Instant at, String members) {
    return new AnsweredGroup(id, at, T, ByteBuffer.wrap(members.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void segments_savedReplacedAndDeleted_outlastReopening() {
    var first = new SavedSegment("乙", "everyone", NOW);
    var second = new SavedSegment("甲 A", "brand:兰蔻 state:P,L", T);
    state.segments().save(first);
    state.segments().save(second);
    state.segments().save(new SavedSegment("乙", "did:order", T));
    reopen();
    assertThat(state.segments().list())
        .containsExactly(new SavedSegment("乙", "did:order", T), second);
    assertThat(state.segments().get("甲 A")).contains(second);
    assertThat(state.segments().get("甲")).isEmpty();
    assertThat(state.segments().delete("乙")).isTrue();
    assertThat(state.segments().delete("乙")).isFalse();
    assertThat(state.segments().list()).containsExactly(second);
  }
}
