package io.tidewatch.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.keywords.answer.QueryRow;
import io.tidewatch.keywords.query.QueryGap;
import io.tidewatch.model.behavior.KeywordOutcome;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryListTest {
  private final FakeBehaviorStore store = Market.store();
  private final KeywordDesk desk = Market.desk(store);

  private void led(String keyword, long visits, long told, long shown, long tracked, long clicked) {
    store.outcomes.add(new KeywordOutcome(keyword, visits, told, shown, tracked, clicked));
    for (int i = 0; i < 3; i++) {
      store.search(keyword + i, Market.END.minus(Duration.ofDays(1)), keyword, "makeup");
    }
  }

  private List<QueryRow> gaps(QueryGap.Kind... kinds) {
    return desk.queries(Span.NEWEST, kinds.length == 0 ? Set.of() : Set.of(kinds), 10);
  }

  @Test
  void gaps_queryThatFindsNothing_suggestsTheSpellingThatWorks() {
    led("口红", 600, 600, 600, 600, 300);
    led("kouhong", 40, 40, 1, 1, 0);

    QueryRow row = gaps(QueryGap.Kind.NO_RESULT).getFirst();

    assertThat(row.keyword()).isEqualTo("kouhong");
    assertThat(row.suggestion()).isEqualTo("口红");
    assertThat(row.head()).isEqualTo("口红");
    assertThat(row.gaps()).singleElement().satisfies(gap -> {
      assertThat(gap.kind()).isEqualTo("no-result");
      assertThat(gap.failures()).isEqualTo(39);
      assertThat(gap.trials()).isEqualTo(40);
      assertThat(gap.share().lo()).isGreaterThan(0.5);
    });
    assertThat(gaps(QueryGap.Kind.NO_CLICK)).isEmpty();
  }

  @Test
  void gaps_whatNobodyClicks_isListedByFailures() {
    led("口红", 600, 600, 600, 600, 300);
    led("腮红", 500, 500, 500, 400, 2);
    led("眼影", 900, 900, 900, 900, 3);

    assertThat(desk.queries(Span.NEWEST, EnumSet.allOf(QueryGap.Kind.class), 10))
        .extracting(QueryRow::keyword)
        .containsExactly("眼影", "腮红");
    assertThat(gaps()).extracting(QueryRow::keyword).containsExactly("眼影", "口红", "腮红");
  }

  @Test
  void gaps_logWithoutResultsOrClicks_saysNothing() {
    led("口红", 600, 0, 0, 0, 0);
    led("腮红", 500, 500, 500, 400, 0);

    assertThat(desk.queries(Span.NEWEST, EnumSet.allOf(QueryGap.Kind.class), 10))
        .isEmpty();
    assertThat(gaps()).hasSize(2).allSatisfy(row -> assertThat(row.gaps()).isEmpty());
  }

  @Test
  void queries_emptyStore_haveNoRows() {
    assertThat(Market.desk(new FakeBehaviorStore()).queries(Span.NEWEST, Set.of(), 10))
        .isEmpty();
  }
}
