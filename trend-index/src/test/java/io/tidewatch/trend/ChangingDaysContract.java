package io.tidewatch.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.record.WriteOutcome;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.RisingRow;
import io.tidewatch.model.trend.SeriesPoint;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.model.trend.ShareQuery;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/**
 * Whatever an engine keeps of single days, its answers are those of counting the documents one by
 * one: after corrections, deletions and late documents, and for windows that begin and end anywhere.
 */
@NullUnmarked
public abstract class ChangingDaysContract {
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Asia/Shanghai"), ZoneId.of("Asia/Kolkata"), ZoneId.of("UTC"));
  private static final Instant START = Instant.parse("2025-06-20T00:00:00Z");
  private static final int DAYS = 8;

  private final Map<String, AnnotatedDocument> documents = new LinkedHashMap<>();
  private final Random random = new Random(11);
  private int risingRows;

  /** The store under test, empty at first; the same one during a test. */
  protected abstract DocumentStore store();

  /** Its read side. */
  protected abstract TrendQueries queries();

  @Test
  void answers_afterEachChange_areThoseOfTheDocuments() {
    for (int i = 0; i < 300; i++) {
      change("p" + i);
    }
    store().commit();
    for (int round = 0; round < 12; round++) {
      compare();
      compare();
      for (int n = 0; n < 5; n++) {
        change("p" + random.nextInt(320));
      }
      var gone = List.copyOf(documents.values()).get(random.nextInt(documents.size()));
      documents.remove(gone.record().id());
      store().delete(gone.record().key());
      store().commit();
    }
    assertThat(risingRows).isGreaterThan(5);
  }

  private void change(String id) {
    Instant at = START.plusSeconds(random.nextInt(DAYS * 86_400));
    String text = (random.nextBoolean() ? "LV" : "Gucci") + (random.nextBoolean() ? " 好" : " 差");
    var document = Samples.post(
        "weibo",
        id,
        "u" + random.nextInt(40),
        at,
        text,
        (long) random.nextInt(1000),
        START.plusSeconds(documents.size() + random.nextInt(1000) * 1000L));
    if (store().accept(List.of(document)).getFirst() == WriteOutcome.ACCEPTED) {
      documents.put(id, document);
    }
  }

  private void compare() {
    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
    Instant from = START.plusSeconds(random.nextInt(5 * 86_400) / 1800 * 1800L);
    Instant to = from.plusSeconds(1 + random.nextInt(3 * 86_400));
    if (random.nextBoolean()) {
      from = from.plusMillis(random.nextInt(3_600_000));
    }
    series(zone, from, to);
    rising(zone, to);
  }

  private void series(ZoneId zone, Instant from, Instant to) {
    Set<String> expectedUnits = new HashSet<>();
    long[] expected = new long[3];
    for (AnnotatedDocument document : inOrder()) {
      Instant at = document.record().publishedAt();
      if (!document.record().text().startsWith("LV") || !at.isBefore(to)) {
        continue;
      }
      boolean inside = !at.isBefore(from);
      boolean first =
          expectedUnits.add(document.record().unitKey() + at.atZone(zone).toLocalDate());
      expected[0] += inside && first ? 1 : 0;
      expected[1] += inside ? 1 : 0;
      expected[2] += inside && document.record().text().endsWith("好") ? 1 : 0;
    }
    List<SeriesPoint> points =
        queries().series(new SeriesQuery("brand:LV", Duration.ofHours(1), from, to, zone));
    assertThat(List.of(
            sum(points, SeriesPoint::count),
            sum(points, SeriesPoint::documents),
            sum(points, SeriesPoint::positive)))
        .isEqualTo(List.of(expected[0], expected[1], expected[2]));
    assertThat(queries()
            .share(new ShareQuery(List.of("lv"), from, to, zone))
            .getFirst()
            .count())
        .isEqualTo(expected[0]);
  }

  private void rising(ZoneId zone, Instant asOf) {
    var query =
        new RisingQuery(KeyKind.BRAND, Duration.ofHours(5), asOf, 9, zone, Counting.USUAL, 3);
    for (RisingRow row : queries().rising(query)) {
      risingRows++;
      Set<String> units = new HashSet<>();
      long inWindow = 0;
      for (AnnotatedDocument document : inOrder()) {
        Instant at = document.record().publishedAt();
        boolean counts = document.record().text().startsWith(row.name()) && at.isBefore(asOf);
        if (counts
            && units.add(document.record().unitKey() + at.atZone(zone).toLocalDate())
            && !at.isBefore(asOf.minus(Duration.ofHours(5)))) {
          inWindow++;
        }
      }
      assertThat(row.count()).isEqualTo(inWindow);
    }
  }

  private List<AnnotatedDocument> inOrder() {
    var all = new ArrayList<>(documents.values());
    all.sort(Comparator.comparing(d -> d.record().publishedAt()));
    return all;
  }

  private static long sum(List<SeriesPoint> points, Function<SeriesPoint, Long> column) {
    return points.stream()
        .map(column)
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .sum();
  }
}
