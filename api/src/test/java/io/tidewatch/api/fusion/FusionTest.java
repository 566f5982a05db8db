package io.tidewatch.api.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.behavior.InterestFact;
import io.tidewatch.model.behavior.KeywordTraffic;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.keyword.KeywordCandidate;
import io.tidewatch.model.keyword.KeywordStart;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.trend.lucene.LuceneDocumentStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class FusionTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
  private static final int DAYS = 100;
  private static final Catalogue CATALOGUE = SeedCatalogue.shipped();
  private static final FastAnnotator ANNOTATOR = new FastAnnotator(CATALOGUE, Lexicons.shipped());

  @TempDir
  Path directory;

  private final PlantedBehavior behavior = new PlantedBehavior();
  private final List<AnnotatedDocument> documents = new ArrayList<>();
  private LuceneDocumentStore store;

  @BeforeEach
  void open() {
    store = new LuceneDocumentStore(directory, () -> CATALOGUE);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void leadLag_ordersThreeDaysAfterTalk_areFound() {
    talkAndOrders(3);

    TalkAndSales.Answer answer = leadLag("lancome");

    assertThat(answer.verdict()).isEqualTo("talk-first");
    assertThat(answer.lagDays()).isEqualTo(3);
    assertThat(answer.placebo()).isLessThan(0.05);
    assertThat(answer.days()).isEqualTo(90);
    assertThat(answer.from()).isEqualTo(FIRST.plusDays(DAYS - 90));
  }

  @Test
  void leadLag_talkAfterOrders_isToldApart() {
    talkAndOrders(-2);

    assertThat(leadLag("lancome").verdict()).isEqualTo("orders-first");
    assertThat(leadLag("lancome").lagDays()).isEqualTo(-2);
  }

  @Test
  void leadLag_withoutOrders_saysTooLittle() {
    talkAndOrders(3);

    TalkAndSales.Answer answer = leadLag("winona");

    assertThat(answer.verdict()).isEqualTo("too-little");
    assertThat(answer.lagDays()).isNull();
    assertThat(answer.orders()).isZero();
  }

  @Test
  void gaps_listRisingTalkThatNoKeywordHolds() {
    for (int day = 0; day < DAYS - 1; day++) {
      post("old" + day, day, "今天天气不错");
    }
    for (int i = 0; i < 20; i++) {
      post("a" + i, DAYS - 1, "#早八妆容挑战# 今天试试");
      post("b" + i, DAYS - 1, "#露营咖啡# 今天试试");
    }
    put();
    behavior.keywords.add(new KeywordTraffic("露营咖啡 便携", 10, 9, 4));

    List<TalkWithoutKeyword.Row> rows =
        new TalkWithoutKeyword(store, behavior).of(Duration.ofDays(1), end(), 50, ZONE);

    assertThat(rows)
        .extracting(TalkWithoutKeyword.Row::key)
        .contains("早八妆容挑战")
        .doesNotContain("露营咖啡");
    assertThat(rows).allSatisfy(row -> {
      assertThat(row.keywords()).isEqualTo(1);
      assertThat(row.evidence()).isNotEmpty();
    });
  }

  @Test
  void outsideWords_risingTalkBesideTheBrand_isACandidateAndOtherTalkIsNot() {
    for (int day = 0; day < DAYS - 1; day++) {
      post("old" + day, day, "今天天气不错");
    }
    for (int i = 0; i < 20; i++) {
      post("a" + i, DAYS - 1, "兰蔻粉底液 #早八妆容挑战# 今天试试");
      post("b" + i, DAYS - 1, "#露营咖啡# 今天试试");
    }
    put();
    behavior.keywords.add(new KeywordTraffic("粉底液", 10, 9, 4));

    List<KeywordCandidate> talk = outside().of(start("lancome"), Set.of("talk"), end());

    assertThat(talk).extracting(KeywordCandidate::word).contains("早八妆容挑战").doesNotContain("露营咖啡");
    assertThat(talk).allSatisfy(c -> assertThat(c.counts().get("mentions")).isPositive());
  }

  @Test
  void outsideWords_praisedAspect_carriesItsCounts() {
    for (int i = 0; i < 12; i++) {
      post("l" + i, DAYS - 1 - i % 5, "兰蔻小黑瓶很好用，质地清爽");
    }
    put();

    List<KeywordCandidate> aspects = outside().of(start("lancome"), Set.of("aspect"), end());

    assertThat(aspects).extracting(KeywordCandidate::word).contains("质地");
    assertThat(aspects).allSatisfy(c -> {
      assertThat(c.source()).isEqualTo("aspect");
      assertThat(c.counts().get("positive")).isGreaterThan(c.counts().get("negative"));
    });
  }

  @Test
  void outsideWords_holiday_namesWhatComes() {
    assertThat(outside().of(start("lancome"), Set.of("holiday"), end()))
        .extracting(KeywordCandidate::word)
        .contains("618")
        .doesNotContain("双11");
  }

  private static KeywordStart start(String brand) {
    return new KeywordStart(brand, List.of(), null, null, List.of());
  }

  private OutsideWords outside() {
    return new OutsideWords(
        () -> store,
        store::talk,
        () -> behavior,
        () -> CATALOGUE,
        new HolidayWindows(CommerceCalendar.shipped(), ZONE),
        Lexicons.shipped(),
        ZONE);
  }

  @Test
  void compare_tellsLoudnessJudgementsAndWordsApart() {
    for (int i = 0; i < 30; i++) {
      post("l" + i, DAYS - 1 - i % 5, "兰蔻小黑瓶很好用，质地清爽，专柜排队");
      post("before" + i, DAYS - 40, "兰蔻小黑瓶很好用");
      if (i < 10) {
        post("w" + i, DAYS - 1 - i % 5, "薇诺娜特护霜太油了，不好用，医院推荐");
      }
    }
    put();

    List<BrandComparison.Row> rows = new BrandComparison(store, store.talk(), CATALOGUE)
        .of(
            List.of("lancome", "winona"),
            end().minus(Duration.ofDays(28)),
            end(),
            ZONE,
            Counting.USUAL);

    assertThat(rows).extracting(BrandComparison.Row::key).containsExactly("lancome", "winona");
    BrandComparison.Row lancome = rows.getFirst();
    assertThat(lancome.count()).isEqualTo(30);
    assertThat(lancome.before()).isEqualTo(30);
    assertThat(lancome.share().mid()).isEqualTo(0.75);
    assertThat(lancome.positive()).isEqualTo(30);
    assertThat(rows.get(1).before()).isZero();
    assertThat(rows.get(1).negative()).isEqualTo(10);
    assertThat(lancome.terms()).extracting(BrandComparison.Term::term).contains("专柜");
    assertThat(rows.get(1).terms()).extracting(BrandComparison.Term::term).contains("医院");
  }

  /** Spikes of talk on random days, and of orders {@code lag} days later. */
  private void talkAndOrders(int lag) {
    var random = new SplittableRandom(11);
    for (int day = 0; day < DAYS; day++) {
      int units = random.nextInt(10) == 0 ? 12 : 1 + random.nextInt(2);
      for (int i = 0; i < units; i++) {
        post("p" + day + "-" + i, day, "兰蔻小黑瓶");
      }
      int sold = Math.clamp(day + lag, 0, DAYS - 1);
      behavior.facts.add(new InterestFact(
          "u" + day, "order", "p", "lancome", "skincare", null, FIRST.plusDays(sold), units * 5L));
    }
    put();
  }

  private TalkAndSales.Answer leadLag(String brand) {
    return new TalkAndSales(store, behavior).of(brand, end(), 90, ZONE);
  }

  private static Instant end() {
    return FIRST.plusDays(DAYS).atStartOfDay(ZONE).toInstant();
  }

  private void post(String id, int day, String text) {
    Instant at = FIRST.plusDays(day).atTime(12, 0).atZone(ZONE).toInstant();
    var post = new Post(
        new Envelope("weibo", null, at, (id + text).hashCode(), null),
        id,
        "author-" + id,
        at,
        text,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
    documents.add(new AnnotatedDocument(post, ANNOTATOR.annotate(text, Hints.NONE)));
  }

  private void put() {
    store.accept(documents);
    store.commit();
  }
}
