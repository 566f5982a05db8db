package io.tidewatch.trend;

import static io.tidewatch.trend.Samples.annotation;
import static io.tidewatch.trend.Samples.envelope;
import static io.tidewatch.trend.Samples.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.AspectOpinion;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.trend.AspectPoint;
import io.tidewatch.model.trend.AspectQuery;
import io.tidewatch.model.trend.AuthorReach;
import io.tidewatch.model.trend.Cause;
import io.tidewatch.model.trend.CauseQuery;
import io.tidewatch.model.trend.CoMention;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.HourRate;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.NewWordQuery;
import io.tidewatch.model.trend.ProductTalk;
import io.tidewatch.model.trend.QuerySyntaxException;
import io.tidewatch.model.trend.Story;
import io.tidewatch.model.trend.StoryQuery;
import io.tidewatch.model.trend.TalkQueries;
import io.tidewatch.model.trend.TalkQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every engine answers about talk around something. An engine is a subclass with two methods. */
public abstract class TalkQueriesContract {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration DAY = Duration.ofDays(1);

  /** The store under test, empty at first; the same one during a test. */
  protected abstract DocumentStore store();

  /** Its read side. */
  protected abstract TalkQueries queries();

  @Test
  void queries_empty_everythingWorks() {
    assertThat(queries().coMentions(all("LV"), KeyKind.BRAND)).isEmpty();
    assertThat(queries().authors(all("LV"))).isEmpty();
    assertThat(queries().aspects(new AspectQuery(all("LV"), null, DAY))).isEmpty();
    assertThat(queries().hours(all("LV"))).isEmpty();
    assertThat(queries().newWords(new NewWordQuery(null, null, 10))).isEmpty();
    Cause cause = queries().cause(new CauseQuery("LV", DAY, null, 10, ZONE));
    assertThat(cause.documents()).isZero();
    assertThat(cause.spread()).isEqualTo("too-few");
    assertThat(cause.sentiment()).isNull();
  }

  @Test
  void queries_badSyntax_sayWhere() {
    assertThatThrownBy(() -> queries().authors(all("LV AND")))
        .isInstanceOf(QuerySyntaxException.class);
    assertThatThrownBy(() -> queries().cause(new CauseQuery("(", DAY, null, 10, ZONE)))
        .isInstanceOf(QuerySyntaxException.class);
  }

  @Test
  void coMentions_ranksWhatBelongsToTheQuery_withoutTheQueryItself() {
    var documents = new ArrayList<AnnotatedDocument>();
    for (int i = 0; i < 20; i++) {
      documents.add(post("a" + i, "x" + i, "2025-06-26T01:00:00Z", "LV 联名 今天"));
      documents.add(post("b" + i, "y" + i, "2025-06-26T02:00:00Z", "Gucci 上新 今天"));
    }
    documents.add(post("c", "z", "2025-06-26T03:00:00Z", "LV Gucci 联名"));
    put(documents);

    List<CoMention> terms = queries().coMentions(all("brand:lv"), KeyKind.TERM);

    assertThat(terms.getFirst().key()).isIn("联名", "LV");
    CoMention joint = row(terms, "联名");
    assertThat(joint.count()).isEqualTo(21);
    assertThat(joint.others()).isZero();
    assertThat(joint.share()).isEqualTo(1.0);
    assertThat(joint.z()).isGreaterThan(1.96);
    assertThat(joint.evidence()).hasSize(3).first().isEqualTo("weibo/c");
    assertThat(row(terms, "今天").z()).isLessThan(1.96);
    assertThat(queries().coMentions(all("brand:lv"), KeyKind.BRAND)).isEmpty();
  }

  @Test
  void coMentions_unitsCountOnceALocalDay_andWithoutSpamWhenAsked() {
    put(List.of(
        post("1", "ann", "2025-06-26T01:00:00Z", "LV 联名"),
        post("2", "ann", "2025-06-26T02:00:00Z", "LV 联名"),
        post("3", "bob", "2025-06-26T03:00:00Z", "LV 联名"),
        post("4", "cid", "2025-06-26T04:00:00Z", "LV 联名 加微信"),
        post("5", "ann", "2025-06-27T04:00:00Z", "LV 联名")));

    assertThat(row(queries().coMentions(all("LV"), KeyKind.TERM), "联名").count()).isEqualTo(4);
    var trusted = new TalkQuery("LV", null, null, 10, ZONE, new Counting(Counting.By.UNITS, true));
    assertThat(row(queries().coMentions(trusted, KeyKind.TERM), "联名").count()).isEqualTo(3);
    var texts = new TalkQuery("LV", null, null, 10, ZONE, new Counting(Counting.By.TEXTS, false));
    assertThat(queries().coMentions(texts, KeyKind.TERM))
        .extracting(CoMention::key)
        .contains("联名");
  }

  @Test
  void authors_areRankedByAccountsReached_alongChains() {
    put(List.of(
        passed("1", "ann", "LV 新店", null, 500L),
        passed("2", "bob", "LV 转", "1", null),
        passed("3", "cid", "LV 转转", "2", null),
        passed("4", "cid", "LV 再转", "1", null),
        passed("5", "ann", "LV 自己转", "1", null),
        passed("6", "dan", "LV 不好", null, null),
        passed("7", "eve", "LV 转别人", "unknown", null)));

    List<AuthorReach> rows = queries().authors(all("LV"));

    assertThat(rows).extracting(AuthorReach::author).containsExactly("ann", "bob", "dan");
    AuthorReach ann = rows.getFirst();
    assertThat(ann.reached()).isEqualTo(2);
    assertThat(ann.posts()).isEqualTo(1);
    assertThat(ann.followers()).isEqualTo(500);
    assertThat(ann.evidence()).containsExactly("weibo/1");
    assertThat(rows.get(1).reached()).isEqualTo(1);
    assertThat(rows.get(1).posts()).isZero();
    assertThat(rows.get(1).followers()).isNull();
  }

  @Test
  void authors_aCircleOfReposts_ends() {
    put(List.of(passed("1", "ann", "LV 甲", "2", null), passed("2", "bob", "LV 乙", "1", null)));

    assertThat(queries().authors(all("LV")))
        .extracting(AuthorReach::reached)
        .containsExactly(1L, 1L);
  }

  @Test
  void hours_divideByObservedHoursOnly() {
    // Thursday 09:00 and 10:00 local; nothing observed in between weeks
    put(List.of(
        post("1", "ann", "2025-06-26T01:10:00Z", "LV"),
        post("2", "bob", "2025-06-26T01:20:00Z", "LV"),
        post("3", "cid", "2025-06-26T02:20:00Z", "别的")));

    List<HourRate> rows = queries().hours(all("LV"));

    HourRate nine = rows.get(3 * 24 + 9);
    assertThat(nine.day()).isEqualTo(4);
    assertThat(nine.hour()).isEqualTo(9);
    assertThat(nine.count()).isEqualTo(2);
    assertThat(nine.observed()).isEqualTo(1);
    assertThat(nine.rate()).isEqualTo(2.0);
    assertThat(nine.index()).isEqualTo(2.0);
    assertThat(rows.get(3 * 24 + 10).rate()).isZero();
    assertThat(rows.getFirst().rate()).isNull();
  }

  @Test
  void aspects_countTheJudgedEntityOnly() {
    put(List.of(
        judging("1", "ann", "2025-06-26T01:00:00Z", "LV 质感好", 0, Polarity.POSITIVE),
        judging("2", "bob", "2025-06-26T02:00:00Z", "LV 质感差", 0, Polarity.NEGATIVE),
        judging("3", "bob", "2025-06-26T03:00:00Z", "Gucci 质感差", 0, Polarity.NEGATIVE),
        judging("4", "cid", "2025-06-27T03:00:00Z", "LV 质感好", -1, Polarity.POSITIVE),
        judging("5", "cid", "2025-06-27T04:00:00Z", "LV Gucci 质感好", -1, Polarity.POSITIVE)));

    List<AspectPoint> rows = queries().aspects(new AspectQuery(all("质感"), "lv", DAY));

    assertThat(rows).extracting(AspectPoint::aspect).containsOnly("texture");
    assertThat(rows)
        .extracting(AspectPoint::start)
        .containsExactly(
            Instant.parse("2025-06-25T16:00:00Z"), Instant.parse("2025-06-26T16:00:00Z"));
    assertThat(rows).extracting(AspectPoint::documents).containsExactly(2L, 1L);
    assertThat(rows).extracting(AspectPoint::positive).containsExactly(1L, 1L);
    assertThat(rows).extracting(AspectPoint::negative).containsExactly(1L, 0L);
    assertThat(rows.getFirst().evidence()).containsExactly("weibo/2", "weibo/1");
    assertThat(queries().aspects(new AspectQuery(all("质感"), null, DAY)).stream()
            .mapToLong(AspectPoint::documents)
            .sum())
        .isEqualTo(5);
  }

  @Test
  void products_countAuthorsByAspectAndHashtag_ofTheProductOnly() {
    put(List.of(
        judging("1", "ann", "2025-06-26T01:00:00Z", "小米 小米15 质感好 #新机#", -1, Polarity.POSITIVE),
        judging("2", "ann", "2025-06-26T02:00:00Z", "小米15 质感好 #古驰#", -1, Polarity.POSITIVE),
        judging("3", "bob", "2025-06-26T03:00:00Z", "小米15 质感差 #新机#", -1, Polarity.NEGATIVE),
        judging("4", "cid", "2025-06-26T04:00:00Z", "小米15 拉布布 质感好", -1, Polarity.POSITIVE),
        judging("5", "dan", "2025-06-26T05:00:00Z", "LV 质感好", 0, Polarity.POSITIVE),
        judging("6", "eve", "2025-06-27T05:00:00Z", "小米15 质感好", -1, Polarity.POSITIVE)));
    var before =
        new TalkQuery("*", null, Instant.parse("2025-06-27T00:00:00Z"), 10, ZONE, Counting.USUAL);

    List<ProductTalk> rows = queries().products(before);

    assertThat(rows)
        .containsExactly(
            new ProductTalk("popmart.labubu", 1, 1, Map.of(), Map.of(), Map.of()),
            new ProductTalk(
                "xiaomi.15", 4, 3, Map.of("texture", 1L), Map.of("texture", 1L), Map.of("新机", 2L)));
    assertThat(queries().products(all("LV"))).isEmpty();
  }

  @Test
  void revision_movesWithCommitsThatChangeDocuments() {
    put(List.of(post("1", "ann", "2025-06-26T01:10:00Z", "LV")));
    long first = queries().revision();
    assertThat(queries().revision()).isEqualTo(first);
    store().commit();
    assertThat(queries().revision()).isEqualTo(first);

    put(List.of(post("2", "bob", "2025-06-26T01:20:00Z", "LV")));

    assertThat(queries().revision()).isNotEqualTo(first);
  }

  @Test
  void cause_oneAccountWhosePostIsPassedOn_isNamed() {
    var documents = new ArrayList<AnnotatedDocument>();
    documents.add(passed("root", "star", "LV 秀场 好", null, 1_000_000L));
    for (int i = 0; i < 15; i++) {
      documents.add(passed("r" + i, "fan" + i, "LV 秀场 好", i % 2 == 0 ? "root" : "r0", null));
    }
    for (int day = 20; day < 25; day++) {
      documents.add(post("p" + day, "old" + day, "2025-06-" + day + "T05:00:00Z", "LV 差"));
    }
    put(documents);

    Cause cause = queries()
        .cause(new CauseQuery("brand:lv", DAY, Instant.parse("2025-06-26T16:00:00Z"), 10, ZONE));

    assertThat(cause.documents()).isEqualTo(16);
    assertThat(cause.before()).isCloseTo(0.75, within(1e-9));
    assertThat(cause.spread()).isEqualTo("one-account");
    assertThat(cause.loudest()).isEqualTo("star");
    assertThat(cause.loudestShare()).isEqualTo(1.0);
    assertThat(cause.reposts()).isCloseTo(15.0 / 16, within(1e-9));
    assertThat(cause.sentiment()).isNotNull().satisfies(s -> assertThat(s.mid()).isEqualTo(1));
    assertThat(cause.sentimentBefore())
        .isNotNull()
        .satisfies(s -> assertThat(s.mid()).isEqualTo(-1));
    assertThat(cause.sources()).containsExactly(new Cause.SourcePart("weibo", 16, 0.75));
    assertThat(cause.evidence()).hasSize(10);
  }

  @Test
  void cause_manyAuthorsOrSpam_isToldApart() {
    var documents = new ArrayList<AnnotatedDocument>();
    for (int i = 0; i < 12; i++) {
      documents.add(post("o" + i, "x" + i, "2025-06-26T05:00:00Z", "LV 好看"));
      documents.add(post("s" + i, "y" + i, "2025-06-26T05:00:00Z", "Gucci 加微信"));
    }
    put(documents);
    Instant asOf = Instant.parse("2025-06-26T16:00:00Z");

    assertThat(queries().cause(new CauseQuery("brand:lv", DAY, asOf, 10, ZONE)).spread())
        .isEqualTo("organic");
    assertThat(
            queries().cause(new CauseQuery("brand:gucci", DAY, asOf, 10, ZONE)).spread())
        .isEqualTo("suspected-paid");
    assertThat(queries().cause(new CauseQuery("brand:lv", DAY, asOf, 10, ZONE)).terms())
        .extracting(CoMention::key)
        .contains("好看");
  }

  @Test
  void stories_keysOfOneEvent_areOne_othersApart() {
    var documents = new ArrayList<AnnotatedDocument>();
    for (int day = 1; day < 25; day++) {
      documents.add(post("p" + day, "old" + day, "2025-06-%02dT05:00:00Z".formatted(day), "平常"));
    }
    for (int i = 0; i < 12; i++) {
      documents.add(post("s" + i, "x" + i, "2025-06-26T05:00:00Z", "泡泡玛特 拉布布 排队"));
      documents.add(post("l" + i, "y" + i, "2025-06-26T06:00:00Z", "LV 大秀"));
    }
    put(documents);

    List<Story> stories = queries()
        .stories(
            new StoryQuery(DAY, Instant.parse("2025-06-26T16:00:00Z"), 10, ZONE, Counting.USUAL));

    assertThat(stories).hasSize(2);
    Story toys =
        stories.stream().filter(s -> s.key().startsWith("popmart")).findFirst().orElseThrow();
    assertThat(toys.units()).isEqualTo(12);
    assertThat(toys.keys())
        .extracting(Story.StoryKey::key)
        .contains("popmart", "popmart.labubu", "排队")
        .doesNotContain("lv", "大秀");
    assertThat(toys.evidence()).isNotEmpty().allMatch(id -> id.startsWith("weibo/s"));
    Story show = stories.stream().filter(s -> s.key().equals("lv")).findFirst().orElseThrow();
    assertThat(show.name()).isEqualTo("LV");
    assertThat(queries()
            .stories(new StoryQuery(
                DAY, Instant.parse("2025-06-20T16:00:00Z"), 10, ZONE, Counting.USUAL)))
        .isEmpty();
  }

  @Test
  void newWords_aStringManySayInManyPlaces_isFoundWithEvidence() {
    String noise = "春江潮水连海平海上明月共生滟随波千里何处无流宛转绕芳甸花林皆似霰空流飞汀白沙看见";
    var random = new SplittableRandom(9);
    var documents = new ArrayList<AnnotatedDocument>();
    for (int i = 0; i < 1500; i++) {
      var text = new StringBuilder();
      for (int c = 0; c < 12; c++) {
        text.append(noise.charAt(random.nextInt(noise.length())));
      }
      if (i % 60 == 0) {
        text.insert(random.nextInt(text.length() + 1), "电子榨");
      }
      String day = i % 60 == 0 ? "2025-06-26" : "2025-06-%02d".formatted(1 + random.nextInt(26));
      documents.add(post("w" + i, "a" + i, day + "T05:00:00Z", text.toString()));
    }
    put(documents);

    var rows = queries()
        .newWords(new NewWordQuery(
            Instant.parse("2025-06-25T16:00:00Z"), Instant.parse("2025-06-26T16:00:00Z"), 10));

    assertThat(rows).isNotEmpty();
    assertThat(rows.getFirst().word()).isEqualTo("电子榨");
    // a string's first sighting only opens the door, see the detector's bound
    assertThat(rows.getFirst().authors()).isBetween(24L, 25L);
    assertThat(rows.getFirst().evidence()).isNotEmpty().allMatch(id -> id.startsWith("weibo/w"));
  }

  private static TalkQuery all(String query) {
    return new TalkQuery(query, null, null, 10, ZONE, Counting.USUAL);
  }

  private static CoMention row(List<CoMention> rows, String key) {
    return rows.stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow();
  }

  private static AnnotatedDocument passed(
      String id, String author, String text, @Nullable String repostOf, @Nullable Long followers) {
    var post = new Post(
        envelope("weibo", null, (id + author + text + repostOf).hashCode()),
        id,
        author,
        Instant.parse("2025-06-26T06:00:00Z"),
        text,
        repostOf,
        3L,
        null,
        null,
        followers,
        null,
        List.of());
    return new AnnotatedDocument(post, annotation(text));
  }

  /** Judges the texture; {@code target} is a mention's index, -1 for none. */
  private static AnnotatedDocument judging(
      String id, String author, String at, String text, int target, Polarity polarity) {
    AnnotatedDocument plain = post(id, author, at, text);
    Annotation a = plain.annotation();
    int start = text.indexOf("质感");
    var aspect = new AspectOpinion(
        new Span(start, start + 2),
        "texture",
        null,
        polarity,
        polarity == Polarity.POSITIVE ? 0.8 : -0.8,
        target < 0 ? null : a.mentions().get(target).id());
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
            List.of(aspect),
            text.contains("#") ? List.of(text.replaceAll(".*#(.+)#.*", "$1")) : List.of(),
            a.repostChain(),
            a.terms(),
            a.signature(),
            a.wantsDeepLane(),
            a.spam(),
            a.laneReason()));
  }

  private void put(List<AnnotatedDocument> documents) {
    store().accept(documents);
    store().commit();
  }
}
