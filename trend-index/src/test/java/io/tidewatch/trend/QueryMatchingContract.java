package io.tidewatch.trend;

import static io.tidewatch.trend.Samples.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.trend.ClauseMatch;
import io.tidewatch.model.trend.QuerySyntaxException;
import io.tidewatch.model.trend.SearchPage;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What queries match in every engine, and how the matches are explained. */
@NullUnmarked
public abstract class QueryMatchingContract {

  /** The store under test, empty at first; the same one during a test. */
  protected abstract DocumentStore store();

  /** Its read side. */
  protected abstract TrendQueries queries();

  @Test
  void near_countsTokensBetween_inAnyOrder() {
    put(
        post("1", "a", "2025-06-26T01:00:00Z", "小米的新手机"),
        post("2", "b", "2025-06-26T02:00:00Z", "手机壳配小米"),
        post("3", "c", "2025-06-26T03:00:00Z", "小米。很贵，手机"),
        post("4", "d", "2025-06-26T04:00:00Z", "小米"));
    assertThat(search("小米 NEAR/2 手机")).containsExactly("2", "1");
    assertThat(search("小米 NEAR/1 手机")).isEmpty();
    assertThat(search("手机 NEAR/4 小米")).containsExactly("3", "2", "1");
    assertThat(search("手机 NEAR/3 小米")).containsExactly("2", "1");
  }

  @Test
  void caption_ofAPicture_isFoundLikeTheText() {
    AnnotatedDocument plain = post("1", "a", "2025-06-26T01:00:00Z", "今天出门");
    put(
        Samples.withCaptions(plain, "露营 咖啡壶", "雪山"),
        post("2", "b", "2025-06-26T02:00:00Z", "咖啡壶很好"));
    assertThat(search("咖啡壶")).containsExactly("2", "1");
    assertThat(search("今天 雪山")).containsExactly("1");
    assertThat(search("media:captioned")).containsExactly("1");
    assertThat(search("咖啡壶 -media:any")).containsExactly("2");
    assertThat(search("壶雪")).as("no phrase reaches over two captions").isEmpty();
    // an explanation points into the text, where a caption is not
    assertThat(explain("今天 雪山"))
        .containsExactly(
            new ClauseMatch("今天", List.of(new Span(0, 2))), new ClauseMatch("雪山", List.of()));
  }

  @Test
  void near_phrasesAndPatterns_standBesideEachOther() {
    put(
        post("1", "a", "2025-06-26T01:00:00Z", "new iPhone15 in blue"),
        post("2", "b", "2025-06-26T02:00:00Z", "blue sky over a new iPhone16"),
        post("3", "c", "2025-06-26T03:00:00Z", "iPad in blue"));
    assertThat(search("\"in blue\" NEAR/0 iph*")).containsExactly("1");
    assertThat(search("blue NEAR/4 iph*")).containsExactly("2", "1");
    assertThat(search("blue NEAR/4 ipz*")).isEmpty();
  }

  @Test
  void pattern_matchesWholeWordsByTheirBeginning() {
    put(
        post("1", "a", "2025-06-26T01:00:00Z", "iPhone15 到手"),
        post("2", "b", "2025-06-26T02:00:00Z", "ｉＰｈｏｎｅ 16"),
        post("3", "c", "2025-06-26T03:00:00Z", "my phone"),
        post("4", "d", "2025-06-26T04:00:00Z", "小米15Pro"));
    assertThat(search("iph*")).containsExactly("2", "1");
    assertThat(search("IPH*15")).containsExactly("1");
    assertThat(search("小米15*")).containsExactly("4");
    assertThat(search("小米99*")).isEmpty();
    assertThat(search("* !iph*")).containsExactly("4", "3");
  }

  @Test
  void pattern_thatFitsTooMuch_isRefusedWithItsPlace() {
    String all = IntStream.range(0, 201).mapToObj(i -> "ab" + i).collect(Collectors.joining(" "));
    put(post("1", "a", "2025-06-26T01:00:00Z", all));
    assertThatThrownBy(() -> search("x ab*"))
        .isInstanceOfSatisfying(
            QuerySyntaxException.class, e -> assertThat(e.position()).isEqualTo(2))
        .hasMessageContaining("more than 200 words begin with ab");
    assertThat(search("ab20*")).containsExactly("1");
  }

  @Test
  void query_asWideAsAllowed_isAnswered() {
    String all = IntStream.range(0, 190)
        .mapToObj(i -> "小ab" + i + " 小bc" + i)
        .collect(Collectors.joining(" "));
    put(post("1", "a", "2025-06-26T01:00:00Z", all));
    assertThat(search("小ab* 小bc*")).containsExactly("1");
    assertThatThrownBy(() -> search("小ab* NEAR/9 小bc*"))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("no more than 100 pairs");
    assertThat(search("小ab17* NEAR/9 小")).containsExactly("1");
  }

  @Test
  void range_ofEngagementAndTime_isExact() {
    put(
        liked("1", "2025-06-26T01:00:00Z", 99),
        liked("2", "2025-06-26T15:59:59Z", 100),
        liked("3", "2025-06-26T16:00:00Z", 101));
    assertThat(search("engagement:[100 TO *]")).containsExactly("3", "2");
    assertThat(search("engagement:{100 TO 200]")).containsExactly("3");
    assertThat(search("engagement:99")).containsExactly("1");
    assertThat(search("at:2025-06-26")).containsExactly("2", "1");
    assertThat(search("LV !at:[2025-06-27 TO *]")).containsExactly("2", "1");
    assertThat(queries()
            .series(new SeriesQuery(
                "engagement:[100 TO *]", Duration.ofDays(1), null, null, ZoneId.of("UTC")))
            .getFirst()
            .documents())
        .isEqualTo(2);
  }

  @Test
  void explain_eachClauseThatMatched_hasItsPlaces() {
    put(post("1", "a", "2025-06-26T01:00:00Z", "LV大秀，ｌｖ好 ㎏"));

    assertThat(explain("lv (大秀 OR 没有) brand:LV sentiment:positive !Gucci"))
        .containsExactly(
            new ClauseMatch("lv", List.of(new Span(0, 2), new Span(5, 7))),
            new ClauseMatch("大秀", List.of(new Span(2, 4))),
            new ClauseMatch("brand:lv", List.of(new Span(0, 2))),
            new ClauseMatch("sentiment:positive", List.of()),
            new ClauseMatch("NOT gucci", List.of()));
    assertThat(explain("大秀 NEAR/2 好"))
        .containsExactly(new ClauseMatch("大秀 NEAR/2 好", List.of(new Span(2, 4), new Span(7, 8))));
    assertThat(explain("kg*")).containsExactly(new ClauseMatch("kg", List.of(new Span(9, 10))));
  }

  @Test
  void explain_notAskedFor_isEmpty() {
    put(post("1", "a", "2025-06-26T01:00:00Z", "LV"));
    assertThat(queries().search(new SearchQuery("LV", null, null, 9, null)).explanations())
        .isEmpty();
  }

  private List<ClauseMatch> explain(String query) {
    SearchPage page = queries().search(new SearchQuery(query, null, null, 9, null, true));
    assertThat(page.explanations()).hasSize(1);
    return new ArrayList<>(page.explanations().getFirst());
  }

  private static AnnotatedDocument liked(String id, String at, long likes) {
    return post("weibo", id, "a", Instant.parse(at), "LV", likes, null);
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
}
