package io.tidewatch.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrandEventsTest {
  private static final BrandEvents EVENTS = BrandEvents.shipped();

  @Test
  void shipped_events_areOfTheCatalogueInOrderAndOnce() {
    Catalogue catalogue = SeedCatalogue.shipped();
    assertThat(EVENTS.events()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(EVENTS.events())
        .allSatisfy(e -> assertThat(catalogue.brand(e.brand())).as(e.brand()).isPresent());
    assertThat(EVENTS.events()).extracting(e -> e.days().first()).isSorted();
    assertThat(EVENTS.events())
        .extracting(e -> e.days().first() + e.brand())
        .doesNotHaveDuplicates();
  }

  @Test
  void covers_onlyTheDaysThatWereRead() {
    assertThat(EVENTS.events())
        .allSatisfy(e -> assertThat(EVENTS.covers(e.days().first())).isTrue());
    assertThat(EVENTS.covers(LocalDate.of(2024, 5, 20))).isTrue();
    assertThat(EVENTS.covers(LocalDate.of(2024, 5, 19))).isFalse();
    assertThat(EVENTS.covers(LocalDate.of(2025, 7, 1))).isFalse();
  }

  @Test
  void read_brokenDay_namesFileLineAndRule(@TempDir Path directory) throws IOException {
    Files.createDirectory(directory.resolve("gold"));
    Files.writeString(directory.resolve("gold/brand-event-periods.tsv"), "from\tuntil\n");
    for (String day : new String[] {"2024-13-01\t2024-12-01", "2024-12-02\t2024-12-01"}) {
      Files.writeString(
          directory.resolve("gold/brand-events.tsv"),
          "day\tuntil\tbrand\twhat\n" + day + "\tlv\tx\n");
      assertThatThrownBy(() -> BrandEvents.read(CorpusFiles.in(directory)))
          .isInstanceOf(MalformedCorpusException.class)
          .hasMessageContaining("brand-events.tsv")
          .hasMessageContaining("until");
    }
  }
}
