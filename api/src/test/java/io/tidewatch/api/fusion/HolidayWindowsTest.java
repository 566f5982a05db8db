package io.tidewatch.api.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.audience.holiday.HolidayRun;
import io.tidewatch.corpora.CommerceCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class HolidayWindowsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private final HolidayWindows windows = new HolidayWindows(CommerceCalendar.shipped(), ZONE);

  private static Instant at(String day) {
    return LocalDate.parse(day).atStartOfDay(ZONE).toInstant();
  }

  @Test
  void lastYear_lunarHoliday_movesWithTheLunarCalendar() {
    HolidayWindows.Span span = windows.lastYear("中秋节", at("2025-09-20"));

    // Mid-Autumn was on 17 September 2024 and comes on 6 October 2025
    assertThat(span.day()).isEqualTo("2024-09-17");
    assertThat(span.end()).isEqualTo(at("2024-09-18"));
    assertThat(span.days()).isEqualTo(29);
  }

  @Test
  void lastYear_justAfterTheHoliday_isThisYearsRun() {
    assertThat(windows.lastYear("mid-autumn", at("2025-10-08")).day()).isEqualTo("2025-10-06");
    assertThat(windows.lastYear("Mid-Autumn Festival", at("2025-10-06")).day())
        .isEqualTo("2024-09-17");
  }

  @Test
  void lastYear_solarSale_reachesFromItsFirstPhaseToItsEnd() {
    HolidayWindows.Span span = windows.lastYear("双11", at("2025-11-01"));

    assertThat(span.end()).isEqualTo(at("2024-11-12"));
    assertThat(span.days()).isEqualTo(30);
  }

  @Test
  void lastRun_forTheAudience_holdsNamesAndBothEnds() {
    HolidayRun run = windows.lastRun("春节", at("2026-01-20"));

    // Spring Festival was on 29 January 2025 and comes on 17 February 2026
    assertThat(run.id()).isEqualTo("spring-festival");
    assertThat(run.names()).containsExactly("spring-festival", "春节", "Spring Festival");
    assertThat(run.start()).isEqualTo(at("2025-01-22"));
    assertThat(run.end()).isEqualTo(at("2025-02-05"));
  }

  @Test
  void lastYear_unknownName_listsTheOccasions() {
    assertThatThrownBy(() -> windows.lastYear("火星节", at("2025-11-01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holiday: one of ")
        .hasMessageContaining("mid-autumn 中秋节")
        .hasMessageContaining("got 火星节");
  }

  @Test
  void coming_beforeDoubleEleven_namesItAndNotTheOneAfter() {
    assertThat(windows.coming(at("2025-10-05"), 15))
        .extracting(CommerceCalendar.Occasion::id)
        .contains("double-11", "mid-autumn")
        .doesNotContain("double-12", "christmas", "618");
  }
}
