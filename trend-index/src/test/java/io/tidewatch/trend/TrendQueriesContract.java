package io.tidewatch.trend;

import static io.tidewatch.trend.Samples.annotation;
import static io.tidewatch.trend.Samples.post;
import static io.tidewatch.trend.Samples.review;
import static io.tidewatch.trend.Samples.sighting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Lane;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.annotation.TextSignature;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.trend.Candidate;
import io.tidewatch.model.trend.CandidateQuery;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.DuplicateGroup;
import io.tidewatch.model.trend.GroupQuery;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.Mover;
import io.tidewatch.model.trend.MoverQuery;
import io.tidewatch.model.trend.QuerySyntaxException;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.RisingRow;
import io.tidewatch.model.trend.SearchPage;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.model.trend.SeriesPoint;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.model.trend.ShareQuery;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every engine answers. An engine is a subclass with two methods. */
public abstract class TrendQueriesContract {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** The store under test, empty at first; the same one during a test. */
  protected abstract DocumentStore store();

  /** Its read side. */
  protected abstract TrendQueries queries();

  @Test
  void candidates_areGroupedCountedAndShownWithTheBrandBeside() {
    put(
        post("1", "ann", "2025-06-26T01:00:00Z", "新牌比 LV 好"),
        post("2", "ann", "2025-06-26T02:00:00Z", "新牌和 LV"),
        post("3", "bob", "2025-06-25T03:00:00Z", "新牌 Gucci"),
        post("4", "cid", "2025-06-26T04:00:00Z", "LV 没有别的"));

    List<Candidate> rows = queries().candidates(new CandidateQuery(null, null, 10));

    assertThat(rows).hasSize(1);
    Candidate row = rows.getFirst();
    assertThat(row.name()).isEqualTo("新牌");
    assertThat(row.kind()).isEqualTo(MentionKind.BRAND);
    assertThat(row.surfaces()).containsExactly("新牌");
    assertThat(row.documents()).isEqualTo(3);
    assertThat(row.authors()).isEqualTo(2);
    assertThat(row.firstSeen()).isEqualTo(Instant.parse("2025-06-25T03:00:00Z"));
    assertThat(row.brandId()).isEqualTo("lv");
    assertThat(row.examples())
        .extracting(Candidate.Example::id)
        .containsExactly("weibo/2", "weibo/1", "weibo/3");
  }

  @Test
  void candidates_ofAWindow_countOnlyInside() {
    put(
        post("1", "ann", "2025-06-26T01:00:00Z", "新牌"),
        post("2", "bob", "2025-06-25T01:00:00Z", "新牌"));

    var day = new CandidateQuery(
        Instant.parse("2025-06-26T01:00:00Z"), Instant.parse("2025-06-27T00:00:00Z"), 10);
    assertThat(queries().candidates(day)).extracting(Candidate::documents).containsExactly(1L);
    var before = new CandidateQuery(null, Instant.parse("2025-06-25T01:00:00Z"), 10);
    assertThat(queries().candidates(before)).isEmpty();
  }

  @Test
  void candidates_onceLinked_areGone() {
    var document = post("1", "ann", "2025-06-26T01:00:00Z", "新牌");
    put(document);

    store().update(document.record().key(), 1, annotation("LV", "dict-2", Lane.FAST));
    store().commit();

    assertThat(queries().candidates(new CandidateQuery(null, null, 10))).isEmpty();
  }

  @Test
  void candidates_ofListTitles_haveNoAuthors() {
    put(sighting("新牌上热搜", "2025-06-26", "2025-06-26T01:00:00Z", 5));

    assertThat(queries().candidates(new CandidateQuery(null, null, 10)))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.authors()).isNull();
          assertThat(row.brandId()).isNull();
        });
  }

  @Test
  void movers_newLevelAndSlowClimb_areToldApartFromSteadyKeys() {
    var documents = new ArrayList<AnnotatedDocument>();
    for (int day = 0; day < 56; day++) {
      Instant noon = Instant.parse("2025-05-01T04:00:00Z").plus(Duration.ofDays(day));
      int level = day < 36 ? 2 : 9;
      int climb = 1 + day / 6;
      for (int i = 0; i < 20; i++) {
        documents.add(
            Samples.post("weibo", "s" + day + "-" + i, "s" + i, noon, "小米 平常", null, null));
      }
      for (int i = 0; i < level; i++) {
        documents.add(Samples.post("weibo", "l" + day + "-" + i, "l" + i, noon, "LV", null, null));
      }
      for (int i = 0; i < climb; i++) {
        documents.add(
            Samples.post("weibo", "c" + day + "-" + i, "c" + i, noon, "Gucci", null, null));
      }
    }
    put(documents.toArray(AnnotatedDocument[]::new));
    Instant asOf = Instant.parse("2025-06-25T16:00:00Z");

    List<Mover> rows =
        queries().movers(new MoverQuery(KeyKind.BRAND, 56, asOf, 10, ZONE, Counting.USUAL));

    Mover level = rows.stream().filter(r -> r.key().equals("lv")).findFirst().orElseThrow();
    assertThat(level.movement()).isEqualTo("level");
    assertThat(level.since()).isEqualTo("2025-06-06");
    assertThat(level.factor().mid()).isBetween(3.0, 5.0);
    assertThat(level.evidence()).hasSize(10).allMatch(id -> id.startsWith("weibo/l"));
    assertThat(rows).extracting(Mover::key).contains("gucci").doesNotContain("xiaomi");
    assertThat(rows).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    var early = new MoverQuery(
        KeyKind.BRAND, 28, Instant.parse("2025-05-30T16:00:00Z"), 10, ZONE, Counting.USUAL);
    assertThat(queries().movers(early)).extracting(Mover::key).doesNotContain("lv");
  }

  @Test
  void unlinkedMention_countsForNoEntity() {
    put(post("1", "ann", "2025-06-26T01:00:00Z", "新牌"));

    assertThat(rising(KeyKind.BRAND, "2025-06-27T00:00:00Z")).isEmpty();
    assertThat(queries().share(new ShareQuery(List.of("lv"), null, null, ZONE)))
        .extracting("count")
        .containsExactly(0L);
  }

  @Test
  void queries_empty_everythingWorks() {
    for (KeyKind kind : KeyKind.values()) {
      assertThat(rising(kind, null)).isEmpty();
      assertThat(rising(kind, "2025-06-27T00:00:00Z")).isEmpty();
    }
    assertThat(queries().candidates(new CandidateQuery(null, null, 5))).isEmpty();
    assertThat(queries().movers(new MoverQuery(KeyKind.BRAND, 56, null, 5, ZONE, Counting.USUAL)))
        .isEmpty();
    assertThat(series("LV", HOUR, null, null)).isEmpty();
    assertThat(series("LV", DAY, "2025-06-01T00:00:00+08:00", "2025-06-03T00:00:00+08:00"))
        .hasSize(2)
        .allSatisfy(p -> {
          assertThat(p.observed()).isFalse();
          assertThat(p.count()).isNull();
          assertThat(p.documents()).isNull();
        });
    assertThat(queries().share(new ShareQuery(List.of("lv", "gucci"), null, null, ZONE)))
        .extracting("key", "count")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("gucci", 0L),
            org.assertj.core.groups.Tuple.tuple("lv", 0L));
    assertThat(search("LV")).isEmpty();
    assertThat(queries().document(new DocumentKey("weibo", "1"))).isEmpty();
    assertThat(queries().newestEventTime()).isEmpty();
    assertThat(queries().sources()).isEmpty();
    assertThat(queries().count()).isZero();
  }

  @Test
  void search_anySubstringOfHanCharacters_matchesExactly() {
    put(
        post("1", "ann", "2025-06-26T01:00:00Z", "今天去看了LV大秀,泡泡玛特也在"),
        post("2", "bob", "2025-06-26T02:00:00Z", "玛特泡泡 iPhone15 Pro"),
        post("3", "cat", "2025-06-26T03:00:00Z", "泡泡。玛特"));
    assertThat(search("泡泡玛特")).containsExactly("1");
    assertThat(search("泡玛")).containsExactly("1");
    assertThat(search("特")).containsExactly("3", "2", "1");
    assertThat(search("泡泡")).containsExactly("3", "2", "1");
    assertThat(search("lv大秀")).containsExactly("1");
    assertThat(search("ＬＶ")).containsExactly("1");
    assertThat(search("iphone15")).containsExactly("2");
    assertThat(search("iphone")).isEmpty();
    assertThat(search("\"iphone15 pro\"")).containsExactly("2");
    assertThat(search("\"pro iphone15\"")).isEmpty();
    assertThat(search("秀泡")).isEmpty();
  }

  @Test
  void search_boolean_followsPrecedenceAndFields() {
    put(
        post("1", "ann", "2025-06-26T01:00:00Z", "LV 好"),
        post("2", "bob", "2025-06-26T02:00:00Z", "Gucci 差 #时装周#"),
        post("3", "cat", "2025-06-26T03:00:00Z", "LV Gucci"),
        review("4", "dan", "popmart.labubu", "2025-06-26T04:00:00Z", "可爱"),
        sighting("LV大秀", "2025-06-26", "2025-06-26T05:00:00Z", 10));
    assertThat(search("LV Gucci")).containsExactly("3");
    assertThat(search("LV AND NOT Gucci")).containsExactly("LV大秀#2025-06-26", "1");
    assertThat(search("可爱 OR LV Gucci")).containsExactly("4", "3");
    assertThat(search("(可爱 OR LV) !Gucci kind:post")).containsExactly("1");
    assertThat(search("+LV -大秀 sentiment:positive")).containsExactly("1");
    assertThat(search("brand:路易威登 author:cat")).containsExactly("3");
    assertThat(search("brand:popmart")).containsExactly("4");
    assertThat(search("product:labubu")).containsExactly("4");
    assertThat(search("hashtag:#时装周#")).containsExactly("2");
    assertThat(search("category:Toys")).containsExactly("4");
    assertThat(search("category:时尚圈")).containsExactly("LV大秀#2025-06-26");
    assertThat(search("source:shop")).containsExactly("4");
    assertThat(search("* !source:weibo")).containsExactly("LV大秀#2025-06-26", "4");
    assertThat(search("LV (!Gucci !大秀)")).containsExactly("1");
    assertThat(search("intent:other 可爱")).containsExactly("4");
  }

  @Test
  void search_wrongQuery_isRefused() {
    assertThatThrownBy(() -> search("brand:米家"))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("xiaomi")
        .hasMessageContaining("mijia");
  }

  @Test
  void search_pages_joinToTheWholeInOrder() {
    var all = new ArrayList<AnnotatedDocument>();
    for (int i = 0; i < 57; i++) {
      all.add(post("p" + i, "a" + i, "2025-06-26T01:00:%02dZ".formatted(i / 10), "LV"));
    }
    put(all.toArray(AnnotatedDocument[]::new));
    List<String> whole = search("LV");
    var paged = new ArrayList<String>();
    String cursor = null;
    do {
      SearchPage page = queries().search(new SearchQuery("LV", null, null, 10, cursor));
      page.documents().forEach(d -> paged.add(d.record().id()));
      cursor = page.next();
    } while (cursor != null);
    assertThat(paged).isEqualTo(whole).hasSize(57).startsWith("p50").endsWith("p9");
    assertThat(queries().count(new SearchQuery("LV", null, null, 1, null))).isEqualTo(57);
    assertThatThrownBy(() -> queries().search(new SearchQuery("LV", null, null, 10, "%%")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cursor");
  }

  @Test
  void search_timeRange_isHalfOpen() {
    put(
        post("1", "ann", "2025-06-26T01:00:00Z", "LV"),
        post("2", "bob", "2025-06-26T02:00:00Z", "LV"));
    var page = queries()
        .search(new SearchQuery(
            "LV",
            Instant.parse("2025-06-26T01:00:00Z"),
            Instant.parse("2025-06-26T02:00:00Z"),
            9,
            null));
    assertThat(page.documents()).extracting(d -> d.record().id()).containsExactly("1");
  }

  @Test
  void search_emptyOrBackwardTimeRange_findsNothing() {
    put(post("1", "ann", "2025-06-26T01:00:00Z", "LV"));
    Instant at = Instant.parse("2025-06-26T01:00:00Z");
    assertThat(queries().count(new SearchQuery("LV", at, at, 9, null))).isZero();
    assertThat(queries().search(new SearchQuery("LV", at, at, 9, null)).documents())
        .isEmpty();
    assertThat(queries()
            .search(new SearchQuery("LV", at.plusSeconds(9), at, 9, null))
            .documents())
        .isEmpty();
  }

  @Test
  void series_authorTwiceADay_countsOnceAtTheFirstHour() {
    put(
        post("1", "ann", "2025-06-26T03:30:00Z", "LV 好"),
        post("2", "ann", "2025-06-26T01:10:00Z", "LV 差"),
        post("3", "bob", "2025-06-26T03:00:00Z", "LV"),
        post("4", "ann", "2025-06-26T16:00:00Z", "LV"));
    store()
        .observe(new Heartbeat(
            Samples.envelope("weibo", null, 1), "h", Instant.parse("2025-06-26T04:30:00Z")));
    store().commit();
    List<SeriesPoint> hours =
        series("brand:LV", HOUR, "2025-06-26T09:00:00+08:00", "2025-06-26T14:00:00+08:00");
    assertThat(hours).hasSize(5);
    assertThat(hours.get(0)).isEqualTo(point("2025-06-26T01:00:00Z", 1, 1, 1, 0, 1));
    assertThat(hours.get(1).observed()).isFalse();
    assertThat(hours.get(1).count()).isNull();
    assertThat(hours.get(2)).isEqualTo(point("2025-06-26T03:00:00Z", 1, 1, 2, 1, 0));
    assertThat(hours.get(3)).isEqualTo(point("2025-06-26T04:00:00Z", 0, 0, 0, 0, 0));
    assertThat(hours.get(4).observed()).isFalse();
    List<SeriesPoint> days = series("brand:LV", DAY, null, null);
    assertThat(days)
        .containsExactly(
            point("2025-06-25T16:00:00Z", 2, 2, 3, 1, 1),
            point("2025-06-26T16:00:00Z", 1, 1, 1, 0, 0));
  }

  @Test
  void series_beginningInTheDay_doesNotCountAnAuthorAgain() {
    put(
        post("1", "ann", "2025-06-26T01:10:00Z", "LV"),
        post("2", "ann", "2025-06-26T03:30:00Z", "LV"),
        post("3", "bob", "2025-06-26T03:40:00Z", "LV"));
    assertThat(series("LV", HOUR, "2025-06-26T03:00:00Z", null))
        .containsExactly(point("2025-06-26T03:00:00Z", 1, 1, 2, 0, 0));
    var share = queries()
        .share(new ShareQuery(List.of("lv"), Instant.parse("2025-06-26T03:00:00Z"), null, ZONE));
    assertThat(share.getFirst().count()).isEqualTo(1);
  }

  @Test
  void series_onlyTitles_hasNoAuthors() {
    put(
        sighting("LV大秀", "2025-06-26", "2025-06-26T03:00:00Z", 10),
        sighting("LV大秀", "2025-06-26", "2025-06-26T05:00:00Z", 10));
    List<SeriesPoint> hours = series("LV", HOUR, null, "2025-06-26T06:00:00Z");
    assertThat(hours).hasSize(3);
    assertThat(hours.get(0).count()).isEqualTo(1);
    assertThat(hours.get(0).authors()).isNull();
    assertThat(hours.get(1).observed()).isFalse();
    assertThat(hours.get(2).count()).isZero();
    assertThat(hours.get(2).observed()).isTrue();
  }

  @Test
  void counts_byAuthorTextOrDocument_withAndWithoutSpam() {
    put(
        post("1", "ann", "2025-06-26T01:00:00Z", "LV 好"),
        post("2", "ann", "2025-06-26T02:00:00Z", "LV 好"),
        post("3", "bob", "2025-06-26T02:00:00Z", "LV 好"),
        post("4", "ann", "2025-06-26T03:00:00Z", "LV 差"),
        post("5", "cat", "2025-06-26T04:00:00Z", "LV 加微信"));

    assertThat(counted(Counting.By.UNITS, false))
        .isEqualTo(point("2025-06-25T16:00:00Z", 3, 3, 5, 3, 1));
    assertThat(counted(Counting.By.TEXTS, false))
        .isEqualTo(point("2025-06-25T16:00:00Z", 3, 3, 5, 3, 1));
    assertThat(counted(Counting.By.DOCUMENTS, false))
        .isEqualTo(point("2025-06-25T16:00:00Z", 5, 3, 5, 3, 1));
    assertThat(counted(Counting.By.UNITS, true))
        .isEqualTo(point("2025-06-25T16:00:00Z", 2, 2, 4, 3, 1));
    assertThat(counted(Counting.By.TEXTS, true))
        .isEqualTo(point("2025-06-25T16:00:00Z", 2, 2, 4, 3, 1));
    assertThat(queries()
            .share(new ShareQuery(
                List.of("lv"), null, null, ZONE, new Counting(Counting.By.DOCUMENTS, true)))
            .getFirst()
            .count())
        .isEqualTo(4);
    assertThat(queries().count(new SearchQuery("LV AND spam:suspected", null, null, 10, null)))
        .isEqualTo(1);
  }

  @Test
  void rising_withoutSpam_leavesAPlacedBurstOut() {
    var talk = new ArrayList<AnnotatedDocument>(List.of(twoWeeks()));
    for (int i = 0; i < 30; i++) {
      talk.add(post("s" + i, "seller" + i, "2025-06-26T05:00:00Z", "Gucci 加微信"));
    }
    put(talk.toArray(AnnotatedDocument[]::new));
    Instant asOf = Instant.parse("2025-06-26T16:00:00Z");

    assertThat(queries().rising(new RisingQuery(KeyKind.BRAND, DAY, asOf, 20, ZONE)))
        .extracting(RisingRow::key)
        .contains("gucci");
    assertThat(queries()
            .rising(new RisingQuery(
                KeyKind.BRAND, DAY, asOf, 20, ZONE, new Counting(Counting.By.TEXTS, true))))
        .allSatisfy(row -> assertThat(row.unit()).isEqualTo("texts"))
        .extracting(RisingRow::key)
        .doesNotContain("gucci");
  }

  private SeriesPoint counted(Counting.By by, boolean withoutSpam) {
    return queries()
        .series(new SeriesQuery("LV", DAY, null, null, ZONE, new Counting(by, withoutSpam)))
        .getFirst();
  }

  @Test
  void share_brandsCountOnAllMentionsOncePerUnitAndDay() {
    put(
        post("1", "ann", "2025-06-26T01:00:00Z", "LV"),
        post("2", "ann", "2025-06-26T02:00:00Z", "LV"),
        post("3", "bob", "2025-06-26T02:00:00Z", "LV Gucci"),
        post("4", "ann", "2025-06-26T17:00:00Z", "LV"),
        review("5", "dan", "popmart.labubu", "2025-06-26T04:00:00Z", "可爱"));
    var rows = queries().share(new ShareQuery(List.of("gucci", "popmart", "lv"), null, null, ZONE));
    assertThat(rows).extracting("key").containsExactly("lv", "gucci", "popmart");
    assertThat(rows).extracting("count").containsExactly(3L, 1L, 1L);
    assertThat(rows.getFirst().share().mid()).isEqualTo(0.6, within(1e-12));
    assertThat(rows.getFirst().name()).isEqualTo("LV");
  }

  @Test
  void rising_burstOfAuthors_isFirstWithEvidence() {
    put(twoWeeks());
    var rows = rising(KeyKind.BRAND, "2025-06-27T00:00:00+08:00");
    RisingRow lv = rows.getFirst();
    assertThat(lv.key()).isEqualTo("lv");
    assertThat(lv.unit()).isEqualTo("authors");
    assertThat(lv.count()).isEqualTo(40);
    assertThat(lv.authors()).isEqualTo(40);
    assertThat(lv.documents()).isEqualTo(41);
    assertThat(lv.score()).isGreaterThan(3);
    assertThat(lv.expected()).isBetween(0.5, 10.0);
    assertThat(lv.growth().low()).isGreaterThan(1).isLessThan(lv.growth().mid());
    assertThat(lv.via()).isEqualTo("direct");
    assertThat(lv.surfaces()).containsExactly("LV");
    assertThat(lv.firstSeen()).isEqualTo(Instant.parse("2025-06-26T04:00:00Z"));
    assertThat(lv.evidence()).hasSize(10).startsWith("weibo/lv39", "weibo/lv38");
    assertThat(rows).extracting(RisingRow::score).allMatch(s -> s > 0);
    assertThat(rows).extracting(RisingRow::key).doesNotContain("gucci");
  }

  @Test
  void rising_bandwagonOfOneAuthor_isNotRising() {
    var all = new ArrayList<>(List.of(twoWeeks()));
    for (int i = 0; i < 30; i++) {
      all.add(post("spam" + i, "spammer", "2025-06-26T05:%02d:00Z".formatted(i), "小米"));
    }
    put(all.toArray(AnnotatedDocument[]::new));
    assertThat(rising(KeyKind.BRAND, "2025-06-27T00:00:00+08:00"))
        .extracting(RisingRow::key)
        .doesNotContain("xiaomi");
  }

  @Test
  void rising_productMentions_countForTheBrandViaAll() {
    var all = new ArrayList<>(List.of(twoWeeks()));
    for (int i = 0; i < 20; i++) {
      all.add(post("bu" + i, "fan" + i, "2025-06-26T05:%02d:00Z".formatted(i), "拉布布到了"));
    }
    put(all.toArray(AnnotatedDocument[]::new));
    var rows = rising(KeyKind.BRAND, "2025-06-27T00:00:00+08:00");
    assertThat(rows).filteredOn(r -> r.key().equals("popmart")).singleElement().satisfies(r -> {
      assertThat(r.via()).isEqualTo("all");
      assertThat(r.count()).isEqualTo(20);
      assertThat(r.surfaces()).containsExactly("拉布布");
    });
    assertThat(rising(KeyKind.PRODUCT, "2025-06-27T00:00:00+08:00"))
        .singleElement()
        .satisfies(r -> assertThat(r.name()).isEqualTo("拉布布"));
  }

  @Test
  void rising_advertisedTitles_areLeftOut() {
    var all = new ArrayList<>(List.of(twoWeeks()));
    for (int i = 0; i < 20; i++) {
      var at = Instant.parse("2025-06-26T05:%02d:00Z".formatted(i));
      all.add(sighting("小米新品" + i, "2025-06-26", at, 5, true));
      all.add(sighting("泡泡玛特新品" + i, "2025-06-26", at, 5, false));
    }
    put(all.toArray(AnnotatedDocument[]::new));
    var rows = rising(KeyKind.BRAND, "2025-06-27T00:00:00+08:00");
    assertThat(rows).extracting(RisingRow::key).contains("popmart").doesNotContain("xiaomi");
    assertThat(rows).filteredOn(r -> r.key().equals("popmart")).singleElement().satisfies(r -> {
      assertThat(r.unit()).isEqualTo("titles");
      assertThat(r.authors()).isNull();
    });
    assertThat(search("小米")).hasSize(20);
  }

  @Test
  void rising_fewerThanThreeAuthors_isLeftOut() {
    var all = new ArrayList<>(List.of(twoWeeks()));
    all.add(post("x1", "u1", "2025-06-26T05:00:00Z", "小米"));
    all.add(post("x2", "u2", "2025-06-26T06:00:00Z", "小米"));
    put(all.toArray(AnnotatedDocument[]::new));
    assertThat(rising(KeyKind.BRAND, "2025-06-27T00:00:00+08:00"))
        .extracting(RisingRow::key)
        .doesNotContain("xiaomi");
  }

  @Test
  void rising_withoutAsOf_endsAfterTheNewestEvent() {
    put(twoWeeks());
    assertThat(rising(KeyKind.BRAND, null).getFirst().key()).isEqualTo("lv");
    assertThat(queries().newestEventTime()).contains(Instant.parse("2025-06-26T12:00:00Z"));
  }

  @Test
  void rising_deletedBurst_isGone() {
    put(twoWeeks());
    for (int i = 0; i < 40; i++) {
      store().delete(new DocumentKey("weibo", "lv" + i));
    }
    store().delete(new DocumentKey("weibo", "again"));
    store().commit();
    assertThat(rising(KeyKind.BRAND, "2025-06-27T00:00:00+08:00"))
        .extracting(RisingRow::key)
        .doesNotContain("lv");
  }

  @Test
  void groups_ofADay_joinNearlyEqualTextsUnderTheSmallestKey() {
    put(
        hashed("5", "ann", "2025-06-26T01:00:00Z", 0x0F0F_0000_0000_0000L),
        hashed("3", "bob", "2025-06-26T03:00:00Z", 0x0F0F_0000_0000_0007L),
        hashed("4", "bob", "2025-06-26T02:00:00Z", 0x0F0F_0000_0000_003FL),
        hashed("6", "cat", "2025-06-26T02:00:00Z", 0x0F0F_0000_0000_FFFFL),
        hashed("7", "cat", "2025-06-26T02:00:00Z", 0x7777_7777_7777_7777L),
        hashed("8", "dan", "2025-06-26T02:00:00Z", 0x7777_7777_7777_7777L),
        hashed("1", "ann", "2025-06-26T16:00:00Z", 0x0F0F_0000_0000_0000L));
    var day = LocalDate.parse("2025-06-26");

    List<DuplicateGroup> groups = queries().groups(new GroupQuery(day, ZONE, 2, 10));

    assertThat(groups).hasSize(2);
    assertThat(groups.getFirst())
        .isEqualTo(new DuplicateGroup(
            "weibo/3",
            3,
            2,
            1,
            Instant.parse("2025-06-26T01:00:00Z"),
            Instant.parse("2025-06-26T03:00:00Z"),
            List.of("weibo/3", "weibo/4", "weibo/5")));
    assertThat(groups.getLast().keys()).containsExactly("weibo/7", "weibo/8");
    assertThat(queries().groups(new GroupQuery(day, ZONE, 3, 10))).hasSize(1);
    assertThat(queries().groups(new GroupQuery(day.plusDays(5), ZONE, 2, 10))).isEmpty();
  }

  private static AnnotatedDocument hashed(String id, String author, String at, long simHash) {
    AnnotatedDocument plain = post(id, author, at, "LV");
    Annotation a = plain.annotation();
    return new AnnotatedDocument(
        plain.record(),
        new Annotation(
            a.lane(),
            a.dictionaryVersion(),
            a.modelVersion(),
            a.intent(),
            a.intentConfidence(),
            a.sentiment(),
            a.mentions(),
            a.aspects(),
            a.hashtags(),
            a.repostChain(),
            a.terms(),
            new TextSignature(1, simHash),
            a.wantsDeepLane(),
            a.spam(),
            a.laneReason()));
  }

  @Test
  void sources_afterWrites_tellFreshness() {
    put(
        post("1", "ann", "2025-06-26T01:00:00Z", "LV"),
        post("2", "ann", "2025-06-26T03:00:00Z", "LV"),
        review("5", "dan", "popmart.labubu", "2025-06-26T04:00:00Z", "可爱"));
    assertThat(queries().sources()).extracting("source").containsExactly("shop", "weibo");
    assertThat(queries().sources().getLast().documents()).isEqualTo(2);
    assertThat(queries().sources().getLast().newest())
        .isEqualTo(Instant.parse("2025-06-26T03:00:00Z"));
    assertThat(queries().sources().getLast().lastReceived()).isEqualTo(Samples.RECEIVED);
  }

  /** Fourteen quiet days of LV, Gucci and hourly chatter, then forty people on LV. */
  private static AnnotatedDocument[] twoWeeks() {
    var all = new ArrayList<AnnotatedDocument>();
    for (int day = 12; day <= 26; day++) {
      for (int h = 0; h <= 12; h++) {
        String at = "2025-06-%02dT%02d:00:00Z".formatted(day, h);
        all.add(post("chat" + day + "-" + h, "chatter" + h, at, "天气"));
        if (h % 5 == 0) {
          all.add(post("g" + day + "-" + h, "g" + h, at, "Gucci"));
        }
      }
      all.add(post("l" + day, "lfan", "2025-06-%02dT11:00:00Z".formatted(day), "LV"));
    }
    all.removeLast();
    for (int i = 0; i < 40; i++) {
      var at = Instant.parse("2025-06-26T04:00:00Z").plusSeconds(60L * i);
      all.add(post("weibo", "lv" + i, "new" + i, at, "LV大秀", (long) i, null));
    }
    all.add(post("again", "new0", "2025-06-26T11:00:00Z", "LV大秀"));
    return all.toArray(AnnotatedDocument[]::new);
  }

  private void put(AnnotatedDocument... documents) {
    store().accept(List.of(documents));
    store().commit();
  }

  private List<String> search(String query) {
    return queries().search(new SearchQuery(query, null, null, 1000, null)).documents().stream()
        .map(d -> d.record().id())
        .toList();
  }

  private List<RisingRow> rising(KeyKind kind, @Nullable String asOf) {
    return queries().rising(new RisingQuery(kind, Duration.ofHours(24), instant(asOf), 20, ZONE));
  }

  private List<SeriesPoint> series(
      String query, Duration interval, @Nullable String from, @Nullable String to) {
    return queries().series(new SeriesQuery(query, interval, instant(from), instant(to), ZONE));
  }

  private static SeriesPoint point(
      String start, long count, long authors, long documents, long positive, long negative) {
    return new SeriesPoint(
        Instant.parse(start), count, authors, documents, positive, negative, true);
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : java.time.OffsetDateTime.parse(text).toInstant();
  }
}
