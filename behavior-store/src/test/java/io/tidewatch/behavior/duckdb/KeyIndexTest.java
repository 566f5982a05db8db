package io.tidewatch.behavior.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.behavior.FactRow;
import io.tidewatch.behavior.FactType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeyIndexTest {
  private final KeyIndex index = new KeyIndex();

  @Test
  void find_afterGrowth_givesEveryDayOfEveryKey() {
    for (int i = 0; i < 20_000; i++) {
      index.add(FactType.ORDER, FactRow.keyHash("order-" + i), 20_000 + i % 50);
    }
    for (int i = 0; i < 20_000; i++) {
      assertThat(days(FactType.ORDER, "order-" + i)).containsExactly(20_000L + i % 50);
    }
  }

  @Test
  void find_keyOnTwoDays_givesBothOnce() {
    index.add(FactType.ORDER, FactRow.keyHash("o1"), 20_000);
    index.add(FactType.ORDER, FactRow.keyHash("o1"), 20_001);
    index.add(FactType.ORDER, FactRow.keyHash("o1"), 20_001);
    assertThat(days(FactType.ORDER, "o1")).containsExactlyInAnyOrder(20_000L, 20_001L);
  }

  @Test
  void find_unknownKeyOrOtherType_givesNothing() {
    index.add(FactType.ORDER, FactRow.keyHash("o1"), 20_000);
    assertThat(days(FactType.ORDER, "o2")).isEmpty();
    assertThat(days(FactType.CLICK, "o1")).isEmpty();
  }

  @Test
  void find_hashOfSmallNumber_isStillFound() {
    index.add(FactType.ORDER, 7, 0);
    var days = new ArrayList<Long>();
    index.find(FactType.ORDER, 7, days::add);
    assertThat(days).containsExactly(0L);
  }

  private List<Long> days(FactType type, String id) {
    var days = new ArrayList<Long>();
    index.find(type, FactRow.keyHash(id), days::add);
    return days;
  }
}
