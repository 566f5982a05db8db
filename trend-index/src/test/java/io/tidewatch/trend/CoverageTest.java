package io.tidewatch.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.document.Seal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** The first hour of 1970-01-11 in Shanghai: hour 232 in UTC. */
  private static final Seal SEAL = new Seal("weibo", LocalDate.parse("1970-01-11"), SHANGHAI);

  @Test
  void snapshot_sealedSource_isUnobservedUpToTheSealToTheHour() {
    var coverage = coverage("weibo", CountingUnit.AUTHORS);
    var open = coverage.snapshot(Seals.NONE);
    assertThat(open.at(CountingUnit.AUTHORS, 231)).isTrue();
    var sealed = coverage.snapshot(Seals.NONE.with(List.of(SEAL)));
    assertThat(sealed.at(CountingUnit.AUTHORS, 0)).isFalse();
    assertThat(sealed.at(CountingUnit.AUTHORS, 231)).isFalse();
    assertThat(sealed.at(CountingUnit.AUTHORS, 232)).isTrue();
    assertThat(sealed.at(CountingUnit.AUTHORS, 240)).isTrue();
    assertThat(sealed.firstFrom(CountingUnit.AUTHORS, 0)).isEqualTo(232);
    assertThat(open.at(CountingUnit.AUTHORS, 231))
        .as("a snapshot does not change")
        .isTrue();
  }

  @Test
  void snapshot_everythingSealed_hasTheUnitNoMore() {
    var coverage = coverage("weibo", CountingUnit.AUTHORS);
    Seal all = new Seal("weibo", LocalDate.parse("1971-01-01"), SHANGHAI);
    var sealed = coverage.snapshot(Seals.NONE.with(List.of(all)));
    assertThat(sealed.has(CountingUnit.AUTHORS)).isFalse();
    assertThat(sealed.firstFrom(CountingUnit.AUTHORS, 0)).isNull();
  }

  @Test
  void comparable_anotherSourceOfTheUnitGoesFurtherBack_endsWhereBothAreWhole() {
    var coverage = coverage("weibo", CountingUnit.AUTHORS);
    for (long hour = 0; hour < 300; hour++) {
      coverage.mark("shop", CountingUnit.AUTHORS, hour);
      coverage.mark("hot", CountingUnit.TITLES, hour);
    }
    var sealed = coverage.snapshot(Seals.NONE.with(List.of(SEAL)));
    assertThat(sealed.at(CountingUnit.AUTHORS, 100)).as("the shop").isTrue();
    assertThat(sealed.comparable().at(CountingUnit.AUTHORS, 231)).isFalse();
    assertThat(sealed.comparable().at(CountingUnit.AUTHORS, 232)).isTrue();
    assertThat(sealed.comparable().at(CountingUnit.TITLES, 100))
        .as("other units")
        .isTrue();
    assertThat(coverage.snapshot(Seals.NONE).comparable().at(CountingUnit.AUTHORS, 0))
        .isTrue();
  }

  @Test
  void seals_theLaterOneHolds_andTermsComeBack() {
    Seal later = new Seal("weibo", LocalDate.parse("1970-01-12"), SHANGHAI);
    assertThat(Seals.NONE.with(List.of(later, SEAL)).all()).containsExactly(later);
    assertThat(Seals.NONE.with(List.of(SEAL)).with(List.of(later)).all()).containsExactly(later);
    Seal spaced = new Seal("my shop 2", LocalDate.parse("2025-06-01"), ZoneId.of("UTC"));
    assertThat(Seals.parse(Seals.term(spaced))).isEqualTo(spaced);
  }

  private static Coverage coverage(String source, CountingUnit unit) {
    var coverage = new Coverage();
    for (long hour = 0; hour < 300; hour++) {
      coverage.mark(source, unit, hour);
    }
    return coverage;
  }
}
