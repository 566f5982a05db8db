package io.tidewatch.trend;

import static io.tidewatch.model.record.WriteOutcome.ACCEPTED;
import static io.tidewatch.model.record.WriteOutcome.DUPLICATE;
import static io.tidewatch.model.record.WriteOutcome.SEALED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.document.Seal;
import io.tidewatch.model.document.SourceDay;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.model.trend.SeriesPoint;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.IndexEngine;
import io.tidewatch.trend.engine.Selection;
import io.tidewatch.trend.question.IndexedDocuments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What every engine does with documents that are too old. */
@NullUnmarked
public abstract class RetentionContract {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate OPEN = LocalDate.parse("2025-06-22");
  private static final Seal WEIBO = new Seal("weibo", OPEN, ZONE);

  /** A new engine over the index of the test, which is empty at first. */
  protected abstract IndexEngine engine();

  /** The process ends here: what {@link #engine} gives next is over what it left. */
  protected abstract void crash();

  /** The store of a test. */
  private static final class Store extends IndexedDocuments {
    private Store(IndexEngine engine) {
      super(engine, () -> Samples.CATALOGUE, 1 << 20);
    }
  }

  /** An engine whose process ends as it is about to drop once more. */
  private final class Dying implements IndexEngine {
    private final IndexEngine engine;
    private int drops;

    private Dying(IndexEngine engine, int drops) {
      this.engine = engine;
      this.drops = drops;
    }

    @Override
    public <T> T committed(Function<EngineView, T> question) {
      return engine.committed(question);
    }

    @Override
    public <T> T latest(Function<EngineView, T> question) {
      return engine.latest(question);
    }

    @Override
    public List<Version> write(List<Change> changes) {
      return engine.write(changes);
    }

    @Override
    public void drop(Selection selection) {
      if (drops-- == 0) {
        crash();
        throw new IllegalStateException("the process ended");
      }
      engine.drop(selection);
    }

    @Override
    public void refresh() {
      engine.refresh();
    }

    @Override
    public void commit(Map<Coverage.Cell, Integer> coverage, List<Seal> seals) {
      engine.commit(coverage, seals);
    }

    @Override
    public Map<Coverage.Cell, Integer> coverage() {
      return engine.coverage();
    }

    @Override
    public List<Seal> seals() {
      return engine.seals();
    }

    @Override
    public void close() {
      engine.close();
    }
  }

  @Test
  void seal_emptyStore_isKeptAndRefusesFromThenOn() {
    try (var store = new Store(engine())) {
      assertThat(store.retention().seals()).isEmpty();
      assertThat(store.retention().knownSources()).isEmpty();
      assertThat(store.retention().before(List.of(WEIBO))).isEmpty();
      assertThat(store.retention().seal(List.of(WEIBO))).isEmpty();
      assertThat(store.retention().knownSources()).containsExactly("weibo");
      assertThat(store.accept(List.of(post("1", "2025-06-20T04:00:00Z")))).containsExactly(SEALED);
      store.commit();
      assertThat(store.count()).isZero();
    }
    try (var store = new Store(engine())) {
      assertThat(store.retention().seals()).containsExactly(WEIBO);
    }
  }

  @Test
  void before_documentsOfSeveralDays_areCountedByLocalDayAndNothingChanges() {
    try (var store = filled(engine())) {
      assertThat(store.retention().before(List.of(WEIBO)))
          .containsExactly(
              new SourceDay("weibo", LocalDate.parse("2025-06-21"), 2),
              new SourceDay("weibo", LocalDate.parse("2025-06-18"), 1));
      assertThat(store.retention().seals()).isEmpty();
      assertThat(store.count()).isEqualTo(6);
      assertThat(store.retention().knownSources()).containsExactly("shop", "weibo");
    }
  }

  @Test
  void seal_dropsWholeLocalDaysOfItsSourceOnly() {
    try (var store = filled(engine())) {
      List<SourceDay> planned = store.retention().before(List.of(WEIBO));

      assertThat(store.retention().seal(List.of(WEIBO))).isEqualTo(planned);

      assertThat(store.retention().before(List.of(WEIBO))).isEmpty();
      assertThat(store.retention().seal(List.of(WEIBO))).isEmpty();
      assertThat(store.search(new SearchQuery("*", null, null, 10, null)).documents())
          .extracting(d -> d.record().key().toString())
          .containsExactly("weibo/open", "weibo/midnight", "shop/r1");
      assertThat(store.get(new DocumentKey("weibo", "last"))).isEmpty();
      assertThat(store.document(new DocumentKey("weibo", "last"))).isEmpty();
      assertThat(store.get(new DocumentKey("weibo", "midnight"))).isPresent();
      assertThat(store.count()).isEqualTo(3);
    }
  }

  @Test
  void record_ofASealedDay_isRefusedWhateverItIs() {
    try (var store = filled(engine())) {
      store.delete(new DocumentKey("weibo", "open"));
      store.retention().seal(List.of(WEIBO));
      assertThat(store.accept(List.of(
              post("new", "2025-06-20T04:00:00Z"),
              post("last", "2025-06-21T15:59:59.999999Z"),
              correction("last", "2025-06-21T15:59:59.999999Z"),
              // a correction that would move an open document back
              correction("midnight", "2025-06-21T01:00:00Z"),
              post("later", "2025-06-23T01:00:00Z"),
              post("midnight", "2025-06-21T16:00:00Z"))))
          .containsExactly(SEALED, SEALED, SEALED, SEALED, ACCEPTED, DUPLICATE);
      assertThat(store.delete(new DocumentKey("weibo", "last"))).isEqualTo(SEALED);
      assertThat(store.delete("last")).isEqualTo(SEALED);
      assertThat(store.delete(new DocumentKey("weibo", "later"))).isEqualTo(ACCEPTED);
      assertThat(store.delete(new DocumentKey("weibo", "open"))).isEqualTo(DUPLICATE);
      assertThat(store.delete(new DocumentKey("shop", "nobody"))).isEqualTo(ACCEPTED);
      assertThat(store.observe(beat("weibo", "2025-06-21T15:00:00Z"))).isEqualTo(SEALED);
      assertThat(store.observe(beat("weibo", "2025-06-21T16:00:00Z"))).isEqualTo(ACCEPTED);
      assertThat(store.observe(beat("shop", "2025-06-21T15:00:00Z"))).isEqualTo(ACCEPTED);
      store.commit();
      assertThat(store.count()).isEqualTo(2);
    }
  }

  @Test
  void seal_earlierThanBefore_changesNothing() {
    try (var store = filled(engine())) {
      store.retention().seal(List.of(WEIBO));
      store.retention().seal(List.of(new Seal("weibo", OPEN.minusDays(9), ZONE)));
      assertThat(store.retention().seals()).containsExactly(WEIBO);
      Seal later = new Seal("weibo", OPEN.plusDays(1), ZONE);
      assertThat(store.retention().seal(List.of(later)))
          .containsExactly(new SourceDay("weibo", OPEN, 1));
      assertThat(store.retention().seals()).containsExactly(later);
    }
  }

  @Test
  void series_ofSealedDays_isUnknownNeverZero() {
    try (var store = filled(engine())) {
      store.delete(new DocumentKey("shop", "r1"));
      store.commit();
      assertThat(daily(store))
          .extracting(SeriesPoint::count)
          .containsExactly(1L, null, null, 2L, 1L, 1L);
      store.retention().seal(List.of(WEIBO));
      // the shop delivered on the 21st, and still does
      assertThat(daily(store))
          .extracting(SeriesPoint::count)
          .containsExactly(null, null, null, 0L, 1L, 1L);
      store.retention().seal(List.of(new Seal("shop", OPEN, ZONE)));
      assertThat(daily(store))
          .extracting(SeriesPoint::count)
          .containsExactly(null, null, null, null, 1L, 1L);
      assertThat(daily(store).getFirst().observed()).isFalse();
    }
  }

  @Test
  void rising_afterASourceWasSealed_comparesWithDaysThatAllItsSourcesHold() {
    try (var store = new Store(engine())) {
      // two sources of authors, equally loud for forty days
      for (int day = 0; day < 40; day++) {
        Instant at = Instant.parse("2025-05-01T04:00:00Z").plus(Duration.ofDays(day));
        for (int i = 0; i < 4; i++) {
          store.accept(List.of(
              Samples.post("weibo", day + "-" + i, "w" + i, at, "LV", null, null),
              Samples.post("forum", day + "-" + i, "f" + i, at, "LV", null, null)));
        }
      }
      store.commit();
      double before = score(store);
      store.retention().seal(List.of(new Seal("weibo", LocalDate.parse("2025-06-01"), ZONE)));
      assertThat(score(store))
          .as("half of the past is gone, which is no rise")
          .isCloseTo(before, org.assertj.core.data.Offset.offset(0.5));
    }
  }

  @Test
  void crash_betweenSealAndDrop_losesNoSealAndDropsAtTheNextOpening() {
    crashAfter(0);
  }

  @Test
  void crash_inMidDrop_losesNoSealAndDropsTheRestAtTheNextOpening() {
    crashAfter(1);
  }

  private void crashAfter(int drops) {
    var dying = new Dying(engine(), drops);
    try (var store = filled(dying)) {
      assertThatThrownBy(() -> store.retention().seal(List.of(WEIBO)))
          .hasMessage("the process ended");
      // whoever still asks the dying process is refused as well
      assertThat(store.delete(new DocumentKey("weibo", "first"))).isEqualTo(SEALED);
    }
    try (var store = new Store(engine())) {
      assertThat(store.retention().seals()).containsExactly(WEIBO);
      assertThat(store.retention().before(List.of(WEIBO))).isEmpty();
      assertThat(store.count()).isEqualTo(3);
      assertThat(store.accept(documents()))
          .containsExactly(SEALED, SEALED, SEALED, DUPLICATE, DUPLICATE, DUPLICATE);
      assertThat(daily(store).getFirst().count()).isNull();
    }
  }

  /** One day of more documents than any page of an engine holds. */
  @Test
  void seal_aLoudDay_isDroppedWhole() {
    try (var store = new Store(engine())) {
      var day = new ArrayList<AnnotatedDocument>();
      IntStream.range(0, 10_500).forEach(i -> day.add(post("p" + i, "2025-06-20T04:00:00Z")));
      store.accept(day);
      store.accept(List.of(post("kept", "2025-06-23T04:00:00Z")));
      store.commit();
      assertThat(store.retention().seal(List.of(WEIBO)))
          .containsExactly(new SourceDay("weibo", LocalDate.parse("2025-06-20"), 10_500));
      assertThat(store.count()).isEqualTo(1);
    }
  }

  private static Store filled(IndexEngine engine) {
    var store = new Store(engine);
    store.accept(documents());
    store.commit();
    return store;
  }

  private static List<AnnotatedDocument> documents() {
    return List.of(
        post("first", "2025-06-18T04:00:00Z"),
        post("early", "2025-06-20T16:00:00Z"),
        // the last microsecond of the 21st in Shanghai, and the next
        post("last", "2025-06-21T15:59:59.999999Z"),
        post("midnight", "2025-06-21T16:00:00Z"),
        post("open", "2025-06-23T04:00:00Z"),
        Samples.review("r1", "ann", "popmart.labubu", "2025-06-21T04:00:00Z", "LV 好"));
  }

  private static AnnotatedDocument post(String id, String at) {
    return Samples.post("weibo", id, "ann" + id, Instant.parse(at), "LV " + id, null, null);
  }

  private static AnnotatedDocument correction(String id, String at) {
    return Samples.post(
        "weibo", id, "ann" + id, Instant.parse(at), "LV again", null, Samples.RECEIVED);
  }

  private static Heartbeat beat(String source, String at) {
    return new Heartbeat(Samples.envelope(source, null, 1), "h", Instant.parse(at));
  }

  private static List<SeriesPoint> daily(Store store) {
    return store.series(new SeriesQuery(
        "brand:LV",
        Duration.ofDays(1),
        LocalDate.parse("2025-06-18").atStartOfDay(ZONE).toInstant(),
        LocalDate.parse("2025-06-24").atStartOfDay(ZONE).toInstant(),
        ZONE));
  }

  private static double score(Store store) {
    return store
        .rising(new RisingQuery(KeyKind.BRAND, Duration.ofHours(24), null, 5, ZONE))
        .stream()
        .filter(row -> row.key().equals("lv"))
        .mapToDouble(row -> row.score())
        .findFirst()
        .orElse(0);
  }
}
