package io.tidewatch.keywords.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryGapsTest {
  private final QueryReader reader = Readers.reader();

  private List<QueryGap> gaps(QueryOutcome... outcomes) {
    var log = List.of(outcomes).stream()
        .map(o -> new QueryCount(o.query(), Math.max(1, o.searches())))
        .toList();
    QueryFamilies families = reader.families(log);
    return QueryGaps.usual()
        .list(
            List.of(outcomes),
            query -> families.of(query).map(QueryFamily::members).orElse(List.of()));
  }

  @Test
  void list_noResults_suggestsTheMemberThatIsClicked() {
    var gaps = gaps(
        new QueryOutcome("连依裙", 40, 0, 0),
        new QueryOutcome("连衣裙", 900, 900, 500),
        new QueryOutcome("口红", 50, 50, 20));
    assertThat(gaps).hasSize(1);
    QueryGap gap = gaps.getFirst();
    assertThat(gap.query()).isEqualTo("连依裙");
    assertThat(gap.kind()).isEqualTo(QueryGap.Kind.NO_RESULT);
    assertThat(gap.kind().label()).isEqualTo("no-result");
    assertThat(gap.suggestion()).isEqualTo("连衣裙");
    assertThat(gap.share().lo()).isBetween(0.5, 1.0);
  }

  @Test
  void list_noClicks_areListedOnceSure() {
    assertThat(gaps(new QueryOutcome("口红", 10, 10, 0))).isEmpty();
    assertThat(gaps(new QueryOutcome("口红", 200, 200, 1)))
        .extracting(QueryGap::kind, QueryGap::failures, QueryGap::suggestion)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(QueryGap.Kind.NO_CLICK, 199L, null));
  }

  @Test
  void list_fewSearches_areNotSure() {
    assertThat(gaps(new QueryOutcome("口红", 2, 0, 0), new QueryOutcome("跑鞋", 0, 0, 0)))
        .isEmpty();
  }

  @Test
  void list_clicksThatNobodyKnows_areNoGap() {
    assertThat(gaps(new QueryOutcome("口红", 200, 200, 0, 0))).isEmpty();
    assertThat(gaps(new QueryOutcome("口红", 400, 400, 200, 1)))
        .extracting(QueryGap::failures, QueryGap::trials)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(199L, 200L));
  }

  @Test
  void outcome_moreClicksThanShown_isRefused() {
    assertThatThrownBy(() -> new QueryOutcome("口红", 5, 3, 4))
        .hasMessageContaining("searches: at least shown");
    assertThatThrownBy(() -> new QueryOutcome("口红", 5, 3, -1)).hasMessageContaining("negative");
  }

  @Test
  void wilson_publishedValues_areMet() {
    WilsonShare share = WilsonShare.of(81, 263);
    assertThat(share.lo()).isCloseTo(0.2553, within(1e-4));
    assertThat(share.hi()).isCloseTo(0.3662, within(1e-4));
    assertThat(WilsonShare.of(0, 20).lo()).isZero();
    assertThat(WilsonShare.of(20, 20).hi()).isEqualTo(1);
    assertThat(WilsonShare.of(0, 0)).isEqualTo(new WilsonShare(0, 0.5, 1));
    assertThatThrownBy(() -> WilsonShare.of(3, 2)).hasMessageContaining("successes");
  }
}
