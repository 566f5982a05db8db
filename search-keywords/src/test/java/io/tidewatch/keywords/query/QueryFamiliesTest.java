package io.tidewatch.keywords.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueryFamiliesTest {
  private final QueryReader reader = Readers.reader();

  private QueryFamilies families(QueryCount... log) {
    return reader.families(List.of(log));
  }

  private static QueryCount typed(String query, long count) {
    return new QueryCount(query, count);
  }

  /** Why {@code rare} joined {@code usual}; empty when it did not. */
  private List<JoinReason> why(QueryCount usual, QueryCount rare) {
    var family = families(usual, rare).of(rare.query()).orElseThrow();
    assertThat(family.members().size()).isLessThanOrEqualTo(2);
    return family.members().stream()
        .filter(m -> m.query().equals(rare.query()) && family.members().size() == 2)
        .flatMap(m -> m.joins().stream())
        .toList();
  }

  @Test
  void of_variant_saysWhyItJoined() {
    assertThat(why(typed("连衣裙", 9), typed("連衣裙", 1))).containsExactly(JoinReason.WIDTH);
    assertThat(why(typed("连衣裙", 9), typed(" 连 衣裙。", 1))).containsExactly(JoinReason.SPACING);
    assertThat(why(typed("连衣裙 夏", 9), typed("夏 连衣裙", 1))).containsExactly(JoinReason.ORDER);
    assertThat(why(typed("连衣裙夏", 9), typed("夏 连衣裙", 1))).containsExactly(JoinReason.ORDER);
    assertThat(why(typed("兰蔻口红", 9), typed("lancome口红", 1))).containsExactly(JoinReason.ALIAS);
    assertThat(why(typed("t恤男", 9), typed("体恤男", 1))).containsExactly(JoinReason.ALIAS);
    assertThat(why(typed("iphone15", 9), typed("苹果 iphone 15", 1)))
        .containsExactly(JoinReason.ALIAS);
    assertThat(why(typed("连衣裙", 9), typed("lianyiqun", 1))).containsExactly(JoinReason.PINYIN);
    assertThat(why(typed("连衣裙 夏", 9), typed("xia lianyiqun", 1)))
        .containsExactly(JoinReason.PINYIN);
    assertThat(why(typed("连衣裙", 9), typed("连依裙", 1))).containsExactly(JoinReason.TYPO);
    assertThat(why(typed("登山杖", 9), typed("登山仗", 1))).containsExactly(JoinReason.TYPO);
    assertThat(why(typed("兰蔻口红", 9), typed("兰寇口红", 1))).containsExactly(JoinReason.TYPO);
    assertThat(why(typed("lancome口红", 9), typed("lancme口红", 1))).containsExactly(JoinReason.TYPO);
    assertThat(why(typed("lancome口红", 9), typed("lacnome口红", 1))).containsExactly(JoinReason.TYPO);
  }

  @Test
  void of_otherMeaning_staysApart() {
    assertThat(why(typed("iphone 15", 9), typed("iphone 5", 1))).isEmpty();
    assertThat(why(typed("ipad 9", 9), typed("ipad 10", 1))).isEmpty();
    assertThat(why(typed("12 8床", 9), typed("128床", 1))).isEmpty();
    assertThat(why(typed("跑鞋男", 900), typed("跑鞋女", 1))).isEmpty();
    assertThat(why(typed("连衣裙", 900), typed("连衣裤", 1))).isEmpty();
    assertThat(why(typed("牛奶巧克力", 9), typed("巧克力牛奶", 1))).isEmpty();
    assertThat(why(typed("手机", 900), typed("手机壳", 1))).isEmpty();
    assertThat(why(typed("单人床", 900), typed("三人床", 1))).isEmpty();
    assertThat(why(typed("1.5米床", 9), typed("1.8米床", 1))).isEmpty();
    assertThat(why(typed("typec转usb", 9), typed("usb转typec", 1))).isEmpty();
  }

  @Test
  void of_slip_needsMuchLessUse() {
    assertThat(why(typed("连衣裙", 9), typed("连依裙", 8))).isEmpty();
    assertThat(why(typed("连衣裙", 1), typed("连依裙", 1))).containsExactly(JoinReason.TYPO);
  }

  @Test
  void of_slip_clicksMaySpeakAgainst() {
    var usual = new QueryCount("连衣裙", 90, Map.of("dress", 30L));
    assertThat(why(usual, new QueryCount("连依裙", 5, Map.of("dress", 4L))))
        .containsExactly(JoinReason.TYPO);
    assertThat(why(usual, new QueryCount("连依裙", 5, Map.of("fabric", 4L)))).isEmpty();
  }

  @Test
  void all_nameIsTheMostUsed_andCountsAddUp() {
    var log = families(typed("连衣裙 夏", 3), typed("夏 连衣裙", 5), typed("夏连衣裙", 4), typed("口红", 7));
    assertThat(log.all()).extracting(QueryFamily::name).containsExactly("夏 连衣裙", "口红");
    QueryFamily first = log.all().getFirst();
    assertThat(first.count()).isEqualTo(12);
    assertThat(first.root()).isEqualTo("连衣裙");
    assertThat(first.members())
        .extracting(QueryFamily.Member::query)
        .containsExactly("夏 连衣裙", "夏连衣裙", "连衣裙 夏");
    assertThat(first.members().getFirst().joins()).isEmpty();
  }

  @Test
  void all_anyOrderOfTheLog_givesTheSame() {
    var log = new ArrayList<QueryCount>();
    for (String query : List.of(
        "连衣裙",
        "連衣裙",
        "连依裙",
        "lianyiqun",
        "夏 连衣裙",
        "连衣裙 夏",
        "兰蔻口红",
        "兰寇口红",
        "lancome口红",
        "口红兰蔻",
        "🐱",
        "！",
        "",
        "iphone15",
        "苹果15",
        "iphone 15")) {
      log.add(typed(query, 1 + query.length() % 3));
    }
    var expected = reader.families(log).all();
    var random = new Random(7);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(log, random);
      assertThat(reader.families(log).all()).isEqualTo(expected);
    }
    assertThat(expected.stream().mapToInt(f -> f.members().size()).sum()).isEqualTo(16);
  }

  @Test
  void of_signsOnly_areNotOneFamily() {
    var log = families(typed("🐱", 1), typed("！", 1), typed("", 1), typed("\uD83D", 1));
    assertThat(log.all()).hasSize(4);
    assertThat(log.of("🐱").orElseThrow().name()).isEqualTo("🐱");
    assertThat(log.of("口红")).isEmpty();
  }

  @Test
  void of_repeatedAndHugeQueries_areHeld() {
    String huge = "口红".repeat(500_000);
    var log = families(typed("口红", 1), typed("口红", 2), typed(huge, 1), typed(huge + "。", 1));
    assertThat(log.of("口红").orElseThrow().members())
        .containsExactly(new QueryFamily.Member("口红", 3, List.of()));
    assertThat(log.of(huge).orElseThrow().members()).hasSize(2);
  }

  @Test
  void families_emptyLog_hasNone() {
    assertThat(reader.families(List.of()).all()).isEmpty();
    assertThatThrownBy(() -> typed("口红", 0)).hasMessageContaining("count: at least 1");
  }
}
