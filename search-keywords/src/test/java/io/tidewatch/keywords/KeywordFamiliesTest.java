package io.tidewatch.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.answer.Reason;
import io.tidewatch.keywords.formula.KeywordLabel;
import io.tidewatch.keywords.query.QueryCount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeywordFamiliesTest {
  private static final Instant AT = Market.END.minus(Duration.ofDays(2));

  private final FakeBehaviorStore store = Market.store();
  private final KeywordDesk desk = Market.desk(store);

  private void searched(String keyword, int users) {
    for (int i = 0; i < users; i++) {
      store.search(keyword + i, AT, keyword, "makeup");
    }
  }

  private void bought(String keyword, String user, String brand) {
    store.order(user, AT, keyword, brand, "makeup", 10);
  }

  @Test
  void show_anotherSpelling_answersTheHeadAndSaysSo() {
    searched("kouhong", 7);

    KeywordRow row = desk.show("kouhong", "alpha", Locale.ENGLISH).getFirst();

    assertThat(row.keyword()).isEqualTo("口红");
    assertThat(row.reasons())
        .contains(new Reason("spelling", "\"kouhong\" is another spelling of \"口红\" (pinyin)"));
    assertThat(row.family())
        .isEqualTo(new KeywordRow.Family(
            2,
            List.of(
                new KeywordRow.Member("口红", 600L, List.of()),
                new KeywordRow.Member("kouhong", 7L, List.of("pinyin")))));
    assertThat(desk.show("口红", "alpha", Locale.ENGLISH).getFirst().reasons())
        .extracting(Reason::code)
        .doesNotContain("spelling");
  }

  @Test
  void row_ofAnyWord_saysWhatItAsksForAndWhy() {
    KeywordRow row = desk.show("阿尔法口红", "alpha", Locale.ENGLISH).getFirst();

    assertThat(row.type()).isEqualTo("brand+category");
    assertThat(row.typeReasons())
        .containsExactly(
            new KeywordRow.TypePart("阿尔法", "brand", "catalogue", "alpha"),
            new KeywordRow.TypePart("口红", "category", "lexicon", "goods"));
    assertThat(row.root()).isEqualTo("口红");
    assertThat(row.level()).isEqualTo("word");
    assertThat(row.family().total()).isEqualTo(1);
  }

  @Test
  void family_ofManySpellings_isCappedWithItsTotal() {
    for (int i = 1; i <= 30; i++) {
      searched("口红" + "!".repeat(i), 1);
    }

    KeywordRow.Family family = desk.show("口红", null, Locale.ENGLISH).getFirst().family();

    assertThat(family.total()).isEqualTo(31);
    assertThat(family.members()).hasSize(KeywordRow.MEMBERS);
    assertThat(family.members().getFirst().keyword()).isEqualTo("口红");
  }

  @Test
  void roots_wordsOfOneRoot_addUpWhatCanBeAdded() {
    KeywordRow row = roots("口红").getFirst();

    assertThat(row.keyword()).isEqualTo("口红");
    assertThat(row.level()).isEqualTo("root");
    // 阿尔法口红 54 + 6, 口红 40 + 60, 口红 小众 3 + 2
    assertThat(row.counts().orders()).isEqualTo(165);
    assertThat(row.counts().brandOrders()).isEqualTo(97);
    assertThat(row.counts().gmv()).isEqualByComparingTo("16500");
    assertThat(row.counts().searchers()).isNull();
    assertThat(row.counts().buyers()).isNull();
    assertThat(row.R()).isNull();
    assertThat(row.E()).isNotNull();
    assertThat(row.label()).isEqualTo(KeywordLabel.OWNED);
    assertThat(row.reasons())
        .filteredOn(reason -> reason.code().equals("root-sum"))
        .singleElement()
        .satisfies(reason -> assertThat(reason.text())
            .startsWith("Sum of 3 words")
            .contains("between 600 and 990")
            .contains("between 100 and 165"));
  }

  @Test
  void roots_buyersThatMayBeFewerThanEnough_areNotJudged() {
    // three words of 12 buyers each, who may be the same people
    for (String word : List.of("跑鞋 男", "跑鞋 女", "跑鞋 夏季")) {
      searched(word, 12);
      for (int i = 0; i < 12; i++) {
        bought(word, "runner" + i, "alpha");
      }
    }

    KeywordRow row = roots("跑鞋 男").getFirst();

    assertThat(row.counts().orders()).isEqualTo(36);
    assertThat(row.label()).isEqualTo(KeywordLabel.INSUFFICIENT);
    assertThat(row.reasons())
        .filteredOn(reason -> reason.code().equals("root-sum"))
        .singleElement()
        .satisfies(reason -> assertThat(reason.text()).contains("buyers between 12 and 36"));
  }

  @Test
  void roots_ofABrandAndCategory_comeByLabelThenRevenue() {
    List<KeywordRow> rows = desk.roots(
        new KeywordQuery("alpha", "makeup", null, Set.of(), 3, Span.NEWEST, null, Locale.ENGLISH));

    assertThat(rows).hasSize(3);
    assertThat(rows).extracting(KeywordRow::level).containsOnly("root");
    assertThat(rows).isSortedAccordingTo((a, b) -> a.label().compareTo(b.label()));
    assertThat(Market.desk(new FakeBehaviorStore()).roots(query("口红"))).isEmpty();
  }

  @Test
  void families_inAnyOrder_areTheSame() {
    var keywords = new ArrayList<QueryCount>();
    for (String word : List.of("连衣裙", "连依裙", "lianyiqun", "連衣裙", "夏 连衣裙", "连衣裙 夏", "口红")) {
      keywords.add(new QueryCount(word, keywords.isEmpty() ? 1000 : 100 - keywords.size()));
    }
    FamilyMap expected = Market.families().of(keywords);
    Collections.shuffle(keywords, new Random(3));
    FamilyMap again = Market.families().of(keywords);

    for (QueryCount keyword : keywords) {
      String head = expected.head(keyword.query());
      assertThat(again.head(keyword.query())).isEqualTo(head);
      assertThat(again.members(head)).isEqualTo(expected.members(head));
      assertThat(again.root(head)).isEqualTo("口红".equals(head) ? "口红" : "连衣裙");
    }
    assertThat(expected.head("lianyiqun")).isEqualTo("连衣裙");
    assertThat(expected.head("連衣裙")).isEqualTo("连衣裙");
    assertThat(expected.head("never seen")).isEqualTo("never seen");
    assertThat(expected.members("口红")).isEmpty();
  }

  @Test
  void families_newQueries_joinWhatWasReadBefore() {
    KeywordFamilies families = Market.families();
    families.of(List.of(new QueryCount("连衣裙", 50)));

    FamilyMap more = families.of(List.of(new QueryCount("连衣裙", 50), new QueryCount("连 衣 裙", 2)));

    assertThat(more.head("连 衣 裙")).isEqualTo("连衣裙");
    assertThat(families.of(List.of()).head("连 衣 裙")).isEqualTo("连 衣 裙");
  }

  private List<KeywordRow> roots(String seed) {
    return desk.roots(query(seed));
  }

  private static KeywordQuery query(String seed) {
    return new KeywordQuery("alpha", null, seed, Set.of(), 10, Span.NEWEST, null, Locale.ENGLISH);
  }
}
