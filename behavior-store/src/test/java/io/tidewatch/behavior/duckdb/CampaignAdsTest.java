package io.tidewatch.behavior.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.behavior.Facts;
import io.tidewatch.behavior.OpenedStore;
import io.tidewatch.model.behavior.AdFact;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.record.AdEvent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Advertisements of campaigns, as they come back. */
class CampaignAdsTest extends OpenedStore<DuckDbBehaviorStore> {
  private static final Window JUNE = new Window(
      Instant.parse("2025-06-01T00:00:00Z"), Instant.parse("2025-07-01T00:00:00Z"), ZoneOffset.UTC);

  @TempDir
  Path folder;

  @Override
  protected DuckDbBehaviorStore open() {
    return new DuckDbBehaviorStore(folder, Facts::catalogue);
  }

  private void take(
      String id, String user, String at, boolean clicked, String campaign, @Nullable String cost) {
    store.accept(
        nextBatch(),
        List.of(new AdEvent(
            Facts.envelope(null, "ad", id, user, at, clicked, campaign, cost),
            clicked,
            id,
            user,
            Facts.at(at),
            campaign,
            "b1",
            null,
            cost == null ? null : new BigDecimal(cost),
            cost == null ? null : "CNY",
            null)));
  }

  private List<AdFact> read(String... campaigns) {
    var ads = new ArrayList<AdFact>();
    store.advertisements(JUNE, Set.of(campaigns), ads::add);
    return ads;
  }

  @Test
  void advertisements_ofACampaign_comeByUserAndTimeWithTheirCosts() {
    take("e2", "u2", "2025-06-03T00:00:00Z", false, "it's", "0.25");
    take("e1", "u1", "2025-06-04T00:00:00.5Z", false, "it's", null);
    take("k1", "u1", "2025-06-02T00:00:00Z", true, "双十一", "1.5");
    take("x", "u1", "2025-06-02T00:00:00Z", true, "other", "9");
    assertThat(read("it's", "双十一"))
        .containsExactly(
            new AdFact(
                "u1", Facts.at("2025-06-02T00:00:00Z"), true, new BigDecimal("1.5000"), "CNY"),
            new AdFact("u1", Facts.at("2025-06-04T00:00:00.5Z"), false, null, null),
            new AdFact(
                "u2", Facts.at("2025-06-03T00:00:00Z"), false, new BigDecimal("0.2500"), "CNY"));
    assertThat(read("it's")).hasSize(2);
  }

  @Test
  void advertisements_outsideOfTheWindowOrOfNoCampaign_areNone() {
    take("e1", "u1", "2025-05-31T23:59:59Z", false, "c", null);
    take("e2", "u1", "2025-07-01T00:00:00Z", false, "c", null);
    assertThat(read("c")).isEmpty();
    assertThat(read()).isEmpty();
    assertThat(read("unknown")).isEmpty();
  }

  @Test
  void advertisements_theSameEventTwice_countOnce() {
    take("e1", "u1", "2025-06-02T00:00:00Z", false, "c", "1");
    take("e1", "u1", "2025-06-02T00:00:00Z", false, "c", "1");
    assertThat(read("c")).hasSize(1);
  }
}
