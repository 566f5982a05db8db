package io.tidewatch.api.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.api.retention.RetentionDesk.SourceLimit;
import io.tidewatch.model.document.DocumentRetention;
import io.tidewatch.model.document.Seal;
import io.tidewatch.model.document.SourceDay;
import io.tidewatch.model.record.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetentionDeskTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final RetentionSettings LIMITS =
      new RetentionSettings(30, Map.of("weibo", 7), Set.of("hot"));

  private final Memory store = new Memory();
  // 01:00 on the 11th in Shanghai
  private Instant now = Instant.parse("2025-06-10T17:00:00Z");

  /** Remembers what it was asked to seal. */
  private static final class Memory implements DocumentRetention {
    private final List<List<Seal>> sealed = new ArrayList<>();
    private boolean away;

    @Override
    public List<String> knownSources() {
      return List.of("hot", "old", "shop");
    }

    @Override
    public List<Seal> seals() {
      return List.of(new Seal("old", LocalDate.parse("2025-01-01"), ZONE));
    }

    @Override
    public List<SourceDay> before(List<Seal> seals) {
      return seals.stream()
          .map(seal -> new SourceDay(seal.source(), seal.before().minusDays(1), 3))
          .toList();
    }

    @Override
    public List<SourceDay> seal(List<Seal> seals) {
      if (away) {
        throw new StoreUnavailableException("the index is away");
      }
      sealed.add(seals);
      return before(seals);
    }
  }

  private RetentionDesk desk(RetentionSettings settings) {
    return new RetentionDesk(() -> store, settings, ZONE, () -> now);
  }

  @Test
  void run_sealsBeforeTodayLessTheDaysOfEachSource() {
    desk(LIMITS).run();

    assertThat(store.sealed)
        .containsExactly(List.of(
            new Seal("old", LocalDate.parse("2025-05-12"), ZONE),
            new Seal("shop", LocalDate.parse("2025-05-12"), ZONE),
            new Seal("weibo", LocalDate.parse("2025-06-04"), ZONE)));
  }

  @Test
  void plan_saysWhatWouldGoAndSealsNothing() {
    assertThat(desk(LIMITS).plan())
        .containsExactly(
            new RetentionDesk.Expired("old", 30, LocalDate.parse("2025-05-11"), 3),
            new RetentionDesk.Expired("shop", 30, LocalDate.parse("2025-05-11"), 3),
            new RetentionDesk.Expired("weibo", 7, LocalDate.parse("2025-06-03"), 3));
    assertThat(store.sealed).isEmpty();
    assertThat(desk(RetentionSettings.KEEP_ALL).plan()).isEmpty();
  }

  @Test
  void limits_nameEverySourceWithALimitOrASeal() {
    assertThat(desk(LIMITS).limits())
        .containsExactly(
            new SourceLimit("old", 30, LocalDate.parse("2025-01-01")),
            new SourceLimit("shop", 30, null),
            new SourceLimit("weibo", 7, null));
    assertThat(desk(RetentionSettings.KEEP_ALL).limits())
        .containsExactly(new SourceLimit("old", null, LocalDate.parse("2025-01-01")));
  }

  @Test
  void tick_runsOnceAnHourAndOnlyWhenSomethingIsLimited() {
    RetentionDesk desk = desk(LIMITS);
    assertThat(desk.tick()).isEqualTo(9);
    now = now.plus(Duration.ofMinutes(59));
    assertThat(desk.tick()).isZero();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(desk.tick()).isEqualTo(9);
    assertThat(store.sealed).hasSize(2);
    assertThat(desk(RetentionSettings.KEEP_ALL).tick()).isZero();
    assertThat(store.sealed).hasSize(2);
  }

  @Test
  void tick_storeAway_isToldAndNotTriedAgainBeforeTheHour() {
    RetentionDesk desk = desk(LIMITS);
    assertThat(desk.status().lastRun()).isNull();
    store.away = true;
    assertThatThrownBy(desk::tick).isInstanceOf(StoreUnavailableException.class);
    assertThat(desk.status().lastError()).isEqualTo("the index is away");
    assertThat(desk.tick()).isZero();
    store.away = false;
    now = now.plus(Duration.ofHours(1));
    assertThat(desk.tick()).isEqualTo(9);
    assertThat(desk.status().lastError()).isNull();
    assertThat(desk.status().lastRun()).isEqualTo(now);
  }
}
