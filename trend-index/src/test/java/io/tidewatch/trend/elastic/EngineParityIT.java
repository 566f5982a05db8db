package io.tidewatch.trend.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.QuerySyntaxException;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.SearchPage;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.model.trend.ShareQuery;
import io.tidewatch.model.trend.TrendQueries;
import io.tidewatch.trend.Samples;
import io.tidewatch.trend.lucene.LuceneDocumentStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same documents and questions in both engines give the same answers; and in each, a document
 * is explained exactly when it is found.
 */
@NullUnmarked
class EngineParityIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int DOCUMENTS = 600;
  private static final int QUERIES = 150;
  private static final List<String> WORDS = List.of(
      "LV",
      "Gucci",
      "小米",
      "小米15",
      "拉布布",
      "labubu",
      "泡泡玛特",
      "天气",
      "电影",
      "好",
      "差",
      "大秀",
      "手机",
      "iPhone15",
      "iPhone16Pro",
      "ipad",
      "加微信",
      "新牌",
      "比",
      "#时装周#",
      "new",
      "blue",
      "👍");
  private static final List<String> FIELDS = List.of(
      "brand:LV",
      "brand:小米",
      "product:拉布布",
      "hashtag:时装周",
      "sentiment:positive",
      "sentiment:negative",
      "spam:suspected",
      "source:hot",
      "kind:post",
      "kind:review",
      "category:时尚",
      "author:u3",
      "intent:advertisement");

  @RegisterExtension
  final ElasticIndex index = new ElasticIndex();

  @TempDir
  Path directory;

  private final Random random = new Random(20);

  @Test
  void generatedQueries_inBothEngines_haveOneAnswer() {
    try (var lucene = new LuceneDocumentStore(directory, () -> Samples.CATALOGUE)) {
      ElasticDocumentStore elastic = index.store();
      for (int i = 0; i < DOCUMENTS; i += 100) {
        var batch = new ArrayList<AnnotatedDocument>();
        for (int k = i; k < i + 100; k++) {
          batch.add(document(k));
        }
        assertThat(elastic.accept(batch)).isEqualTo(lucene.accept(batch));
      }
      for (int i = 0; i < DOCUMENTS; i += 37) {
        var key = document(i).record().key();
        assertThat(elastic.delete(key)).isEqualTo(lucene.delete(key));
      }
      lucene.commit();
      elastic.commit();
      assertThat(elastic.count()).isEqualTo(lucene.count());
      assertThat(elastic.sources()).isEqualTo(lucene.sources());
      int found = 0;
      int compared = 0;
      for (int i = 0; i < QUERIES; i++) {
        String query = query(3);
        try {
          lucene.search(new SearchQuery("* !(" + query + ")", null, null, 1, null));
        } catch (QuerySyntaxException e) {
          assertThatThrownBy(
                  () -> elastic.search(new SearchQuery("* !(" + query + ")", null, null, 1, null)))
              .hasMessage(e.getMessage());
          continue;
        }
        compared++;
        found += compare(query, lucene, elastic) > 0 ? 1 : 0;
      }
      assertThat(compared).isGreaterThan(100);
      assertThat(found).isGreaterThan(compared / 3);
      rising(lucene, elastic);
    }
  }

  private int compare(String query, TrendQueries lucene, TrendQueries elastic) {
    SearchPage page = pages(query, lucene);
    SearchPage same = pages(query, elastic);
    assertThat(same).as(query).isEqualTo(page);
    SearchPage others = pages("* !(" + query + ")", lucene);
    assertThat(page.documents().size() + others.documents().size()).as(query).isEqualTo((int)
        lucene.count());
    assertThat(page.explanations()).as(query).noneMatch(List::isEmpty);
    assertThat(others.explanations()).as(query).allMatch(why -> why.size() == 2);
    var series = new SeriesQuery(
        query,
        random.nextBoolean() ? Duration.ofHours(1) : Duration.ofDays(1),
        time(),
        null,
        ZONE,
        counting());
    assertThat(elastic.series(series)).as(query).isEqualTo(lucene.series(series));
    var share =
        new ShareQuery(List.of("lv", "gucci", "popmart.labubu"), time(), null, ZONE, counting());
    assertThat(elastic.share(share)).isEqualTo(lucene.share(share));
    return page.documents().size();
  }

  /** All matches, read in pages. */
  private static SearchPage pages(String query, TrendQueries engine) {
    SearchPage page = engine.search(new SearchQuery(query, null, null, 250, null, true));
    var documents = new ArrayList<>(page.documents());
    var explanations = new ArrayList<>(page.explanations());
    while (page.next() != null) {
      page = engine.search(new SearchQuery(query, null, null, 250, page.next(), true));
      documents.addAll(page.documents());
      explanations.addAll(page.explanations());
    }
    assertThat(engine.count(new SearchQuery(query, null, null, 1, null)))
        .as(query)
        .isEqualTo(documents.size());
    return new SearchPage(documents, null, explanations);
  }

  private static void rising(TrendQueries lucene, TrendQueries elastic) {
    for (KeyKind kind : KeyKind.values()) {
      var query = new RisingQuery(kind, Duration.ofHours(30), null, 50, ZONE);
      assertThat(elastic.rising(query)).isEqualTo(lucene.rising(query));
    }
    assertThat(lucene.rising(new RisingQuery(KeyKind.TERM, Duration.ofHours(30), null, 50, ZONE)))
        .isNotEmpty();
  }

  private Counting counting() {
    return new Counting(
        Counting.By.values()[random.nextInt(Counting.By.values().length)], random.nextBoolean());
  }

  private Instant time() {
    return Instant.parse("2025-06-20T00:00:00Z").plusSeconds(random.nextInt(6 * 86_400));
  }

  private String query(int depth) {
    int kind = depth == 0 ? random.nextInt(5) : random.nextInt(10);
    return switch (kind) {
      case 0 -> pick(WORDS);
      case 1 -> "\"" + pick(WORDS) + " " + pick(WORDS) + "\"";
      case 2 -> pick(FIELDS);
      case 3 -> pick(List.of("iph*", "ip*", "小米15*", "lab*u", "ne*", "gu*ci", "zz*"));
      case 4 ->
        pick(List.of(
            "engagement:[50 TO *]",
            "engagement:{10 TO 60}",
            "at:2025-06-22",
            "at:[2025-06-21 TO 2025-06-23}",
            "at:{* TO 2025-06-22T08:00:00+08:00]"));
      case 5 ->
        pick(WORDS) + " NEAR/" + random.nextInt(6) + " "
            + pick(List.of("iph*", "\"好 天气\"", pick(WORDS)));
      case 6 -> "(" + query(depth - 1) + " OR " + query(depth - 1) + ")";
      case 7 -> "(" + query(depth - 1) + " " + query(depth - 1) + ")";
      case 8 -> "(* !" + query(depth - 1) + ")";
      default -> "(+" + query(depth - 1) + " !" + query(depth - 1) + ")";
    };
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** The same document for the same number. */
  private static AnnotatedDocument document(int i) {
    var random = new Random(i);
    var text = new StringBuilder();
    for (int n = random.nextInt(2, 9); n > 0; n--) {
      text.append(WORDS.get(random.nextInt(WORDS.size())))
          .append(List.of("", " ", "，", "。").get(random.nextInt(4)));
    }
    Instant at = Instant.parse("2025-06-20T00:00:00Z").plusSeconds(random.nextInt(6 * 86_400));
    if (i % 9 == 0) {
      return Samples.review(
          "r" + i, "u" + random.nextInt(30), "popmart.labubu", at.toString(), text.toString());
    }
    if (i % 5 == 0) {
      return Samples.sighting(
          text.toString(), "d" + i, at, random.nextInt(100), random.nextInt(20) == 0);
    }
    return Samples.post(
        "weibo",
        "p" + i,
        "u" + random.nextInt(30),
        // several of one instant, so that the order of keys matters
        at.truncatedTo(ChronoUnit.HOURS),
        text.toString(),
        (long) random.nextInt(100),
        null);
  }
}
