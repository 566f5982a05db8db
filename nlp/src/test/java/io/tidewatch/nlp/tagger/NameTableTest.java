package io.tidewatch.nlp.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NameTableTest {
  private static final int BRAND = NameTable.code(9, 0, 9);
  private static final int PRODUCT = NameTable.code(0, 9, 9);

  @Test
  void code_growsWithCountAndShare() {
    assertThat(NameTable.code(0, 0, 5)).isZero();
    assertThat(NameTable.code(1, 0, 10)).isZero();
    assertThat(NameTable.code(1, 0, 1))
        .isPositive()
        .isLessThan(NameTable.code(3, 0, 3))
        .isLessThan(BRAND);
    assertThat(NameTable.code(3, 0, 6)).isLessThan(NameTable.code(3, 0, 3));
    assertThat(PRODUCT).isEqualTo(NameTable.CODES);
    assertThat(NameTable.code(4, 5, 9)).isGreaterThan(BRAND);
  }

  @Test
  void mark_overlappingNames_keepsTheLongest() {
    byte[] brands = new byte[6];
    byte[] products = new byte[6];
    var table = new NameTable(Map.of("九洲", BRAND, "九洲丰园", BRAND, "丰园", PRODUCT));

    table.mark("买九洲丰园茶".toCharArray(), 6, brands, products);

    assertThat(brands)
        .containsExactly(0, BRAND * 4, BRAND * 4 + 1, BRAND * 4 + 1, BRAND * 4 + 2, 0);
    assertThat(products).containsExactly(0, 0, 0, PRODUCT * 4, PRODUCT * 4 + 2, 0);
  }

  @Test
  void mark_insideOfAnAsciiWord_isNothing() {
    byte[] brands = new byte[11];
    var table = new NameTable(Map.of("mac", BRAND));

    table.mark("machine mac".toCharArray(), 11, brands, new byte[11]);

    assertThat(brands)
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, BRAND * 4, BRAND * 4 + 1, BRAND * 4 + 2);
  }

  @Test
  void names_tooShort_areRefused() {
    assertThatThrownBy(() -> new NameTable(Map.of("茶", BRAND)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 to 10 characters");
  }
}
