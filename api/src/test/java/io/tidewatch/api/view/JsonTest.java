package io.tidewatch.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.trend.Interval3;
import io.tidewatch.model.trend.KeyKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
  private final Json json = new Json();

  @Test
  void line_numbersThatAreNotFinite_becomeNull() {
    assertThat(json.line(new Interval3(Double.NaN, 1, Double.POSITIVE_INFINITY)))
        .isEqualTo("{\"low\":null,\"mid\":1.0,\"high\":null}");
  }

  @Test
  void line_closedSets_areLowerCaseNames() {
    assertThat(json.line(List.of(Polarity.UNCERTAIN, KeyKind.BRAND, Intent.PURCHASE_INTENTION)))
        .isEqualTo("[\"uncertain\",\"brand\",\"purchase-intention\"]");
  }

  @Test
  void line_timesAndMoney_arePlain() {
    assertThat(json.line(List.of(Instant.parse("2025-06-27T00:00:00Z"), new BigDecimal("1E+3"))))
        .isEqualTo("[\"2025-06-27T00:00:00Z\",1000]");
  }
}
