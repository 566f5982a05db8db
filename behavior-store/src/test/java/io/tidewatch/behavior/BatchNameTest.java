package io.tidewatch.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.behavior.BatchId;
import io.tidewatch.model.record.DataRecord;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BatchNameTest {
  private static final List<DataRecord> RECORDS =
      List.of(Facts.order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "10", null));

  @Test
  void of_sameBatch_isStable() {
    assertThat(BatchName.of(new BatchId("shop", "a", 0), RECORDS))
        .isEqualTo(BatchName.of(new BatchId("shop", "a", 0), List.copyOf(RECORDS)))
        .matches("[0-9a-f]{32}");
  }

  @Test
  void of_anyOtherPart_isAnotherName() {
    List<DataRecord> edited =
        List.of(Facts.order("o1", "u1", "2025-06-02T02:00:00Z", "p1", "11", null));
    assertThat(Set.of(
            BatchName.of(new BatchId("shop", "a", 0), RECORDS),
            BatchName.of(new BatchId("shopa", "", 0), RECORDS),
            BatchName.of(new BatchId("shop", "a", 1), RECORDS),
            BatchName.of(new BatchId("shop", "a", 0), edited),
            BatchName.of(new BatchId("shop", "a", 0), List.of()),
            BatchName.of(new BatchId("shop", "a", 0), List.of(Facts.deletion("order", "o1"))),
            BatchName.of(new BatchId("shop", "a", 0), List.of(Facts.deletion("click", "o1")))))
        .hasSize(7);
  }
}
