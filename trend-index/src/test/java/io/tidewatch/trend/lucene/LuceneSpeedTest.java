package io.tidewatch.trend.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.trend.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A load that is large enough to notice when something takes the square of it; more with {@code
 * -Dtidewatch.speed.documents=50000}, a multiple of 1,000.
 */
@NullUnmarked
class LuceneSpeedTest {
  private static final int DOCUMENTS = Integer.getInteger("tidewatch.speed.documents", 10_000);
  private static final List<String> NAMES = List.of("LV", "Gucci", "小米", "拉布布", "天气", "电影");

  @TempDir
  Path directory;

  @Test
  void manyPosts_writeAndAsk_printsTimes() {
    try (var store = new LuceneDocumentStore(directory, () -> Samples.CATALOGUE)) {
      long start = System.nanoTime();
      var random = new Random(1);
      for (int i = 0; i < DOCUMENTS; ) {
        var batch = new ArrayList<AnnotatedDocument>();
        for (int end = i + 1000; i < end; i++) {
          batch.add(post(i, random));
        }
        store.accept(batch);
      }
      store.commit();
      long written = System.nanoTime();
      var rows = store.rising(new RisingQuery(
          KeyKind.TERM, Duration.ofHours(24), null, 20, ZoneId.of("Asia/Shanghai")));
      long risen = System.nanoTime();
      var page = store.search(new SearchQuery("LV 逛街", null, null, 20, null));
      long found = System.nanoTime();
      System.out.printf(
          "%,d posts: written %,d ms, rising terms %,d ms, search %,d ms%n",
          store.count(),
          (written - start) / 1_000_000,
          (risen - written) / 1_000_000,
          (found - risen) / 1_000_000);
      assertThat(store.count()).isEqualTo(DOCUMENTS);
      assertThat(page.documents()).isNotEmpty();
      assertThat(rows).hasSizeLessThanOrEqualTo(20);
    }
  }

  private static AnnotatedDocument post(int i, Random random) {
    Instant at = Instant.parse("2025-06-01T00:00:00Z").plusSeconds(random.nextInt(30 * 86_400));
    String text = NAMES.get(random.nextInt(NAMES.size())) + " 今天下班去逛街看到的 "
        + Integer.toString(random.nextInt(3000), 36);
    return Samples.post("weibo", "p" + i, "u" + random.nextInt(9000), at, text, 1L, null);
  }
}
