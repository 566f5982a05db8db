package io.tidewatch.keywords.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextPiecesTest {
  @Test
  void of_mixedText_arePairsAndWords() {
    assertThat(TextPieces.of("iphone15 口红 女 c杯"))
        .containsExactlyInAnyOrder("iphone15", "口", "红", "口红", "女", "c", "杯");
    assertThat(TextPieces.of("连衣裙")).containsExactlyInAnyOrder("连", "衣", "裙", "连衣", "衣裙");
    assertThat(TextPieces.of("😀 !")).isEmpty();
  }

  @Test
  void near_rarePiece_countsMore() {
    var pieces = new TextPieces(List.of("约会 裙子", "约会 餐厅", "约会 口红", "手机"));
    var near = pieces.near("约会裙子");
    assertThat(near.keySet()).containsExactlyInAnyOrder("约会 裙子", "约会 餐厅", "约会 口红");
    assertThat(near.get("约会 裙子")).isCloseTo(1, within(1e-9));
    assertThat(near.get("约会 餐厅")).isLessThan(.5);
  }

  @Test
  void near_nothingShared_isEmpty() {
    assertThat(new TextPieces(List.of("手机")).near("口红")).isEmpty();
    assertThat(new TextPieces(List.of()).near("口红")).isEmpty();
  }
}
