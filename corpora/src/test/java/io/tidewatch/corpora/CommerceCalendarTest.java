package io.tidewatch.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.corpora.CommerceCalendar.Occasion;
import io.tidewatch.corpora.CommerceCalendar.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommerceCalendarTest {
  private final CommerceCalendar calendar = CommerceCalendar.shipped();

  @ParameterizedTest
  @CsvSource({
    "spring-festival, 2024-02-10",
    "spring-festival, 2025-01-29",
    "spring-festival, 2026-02-17",
    "lantern, 2025-02-12",
    "dragon-boat, 2025-05-31",
    "qixi, 2025-08-29",
    "mid-autumn, 2025-10-06",
    "double-ninth, 2025-10-29",
    "laba, 2025-01-07",
    "qingming, 2025-04-04",
    "mothers-day, 2025-05-11",
    "fathers-day, 2025-06-15",
    "black-friday, 2025-11-28",
    "520, 2025-05-20",
    "618, 2025-06-18",
    "double-11, 2025-11-11",
    "spring-festival, 1900-01-31",
    "mid-autumn, 2100-09-18",
  })
  void year_knownOccasion_fallsOnItsDay(String id, LocalDate day) {
    assertThat(calendar.year(day.getYear()))
        .filteredOn(o -> o.id().equals(id))
        .extracting(Occasion::day)
        .containsExactly(day);
  }

  @Test
  void year_everyYear_hasEachOccasionOfTheCommonCalendarOnceAndInOrder() {
    for (int year = CommerceCalendar.FIRST_YEAR; year <= CommerceCalendar.LAST_YEAR; year++) {
      var occasions = calendar.year(year);
      assertThat(occasions).isSortedAccordingTo((a, b) -> a.day().compareTo(b.day()));
      assertThat(occasions).filteredOn(o -> !o.id().equals("laba")).hasSize(26).allSatisfy(o -> {
        assertThat(o.phases()).containsKey(Phase.MAIN);
        assertThat(List.copyOf(o.phases().values()))
            .isSortedAccordingTo((a, b) -> a.first().compareTo(b.first()));
      });
    }
  }

  @Test
  void year_outsideTheTable_isRefused() {
    assertThatThrownBy(() -> calendar.year(2101))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("year: 1900 to 2100 is required, got 2101");
  }

  @Test
  void on_eveOfDouble11_isItsMainPhase() {
    assertThat(calendar.on(LocalDate.of(2025, 11, 10))).singleElement().satisfies(m -> {
      assertThat(m.occasion().id()).isEqualTo("double-11");
      assertThat(m.phase()).isEqualTo(Phase.MAIN);
    });
    assertThat(calendar.on(LocalDate.of(2025, 10, 25)))
        .extracting(CommerceCalendar.Moment::phase)
        .contains(Phase.PRE_SALE);
  }

  @Test
  void on_dayOfDecember_seesTheGoodsSeasonOfNextYear() {
    assertThat(calendar.on(LocalDate.of(2025, 12, 30)))
        .extracting(m -> m.occasion().id())
        .contains("new-year");
    assertThat(calendar.on(LocalDate.of(2022, 12, 20)))
        .extracting(m -> m.occasion().id() + " " + m.phase())
        .contains("new-year-goods PREHEAT");
  }

  @Test
  void on_ordinaryDay_isEmpty() {
    assertThat(calendar.on(LocalDate.of(2025, 7, 10))).isEmpty();
  }

  @Test
  void read_unknownRule_namesFileLineAndRule(@TempDir Path dir) throws IOException {
    Files.createDirectory(dir.resolve("calendar"));
    Files.writeString(
        dir.resolve("calendar/occasions.tsv"),
        "id\tname\tnameEn\trule\tpreheat\tpresale\tmain\tafter\nx\tX\tX\tmoon 3-3\t\t\t0..0\t\n");
    assertThatThrownBy(() -> CommerceCalendar.read(CorpusFiles.in(dir)))
        .isInstanceOf(MalformedCorpusException.class)
        .hasMessageContaining("calendar/occasions.tsv:2: rule must be solar M-D");
  }
}
