package io.tidewatch.keywords.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tidewatch.keywords.answer.Reason;
import io.tidewatch.model.vector.VectorIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SemanticKeywordsTest {
  private final Behavior behavior = Shop.behavior();
  private final TopicEmbedder embedder = new TopicEmbedder("topics/1");
  private final PlainVectorIndex index = new PlainVectorIndex(3);
  private Instant now = Behavior.END;
  private final SemanticKeywords keywords = over(behavior, embedder, index);

  private final List<PostCaptions.PostCaption> captions = new ArrayList<>();

  private SemanticKeywords over(Behavior store, TopicEmbedder texts, VectorIndex vectors) {
    return new SemanticKeywords(
        store,
        Shop.catalogues(),
        (from, to, limit) -> captions,
        texts,
        vectors,
        SemanticConfig.DEFAULT,
        () -> now);
  }

  private List<String> similar(String wish) {
    return keywords.similar(wish, null, 10, Locale.CHINESE).stream()
        .map(SimilarKeyword::keyword)
        .toList();
  }

  @Test
  void similar_wishNobodyTyped_findsWhatIsNearInMeaning() {
    keywords.refresh(100);
    assertThat(similar("约会穿什么好看").getFirst()).isIn("法式 茶歇裙", "小个子 穿搭");
    assertThat(similar("脸很干").getFirst()).isIn("保湿 面霜", "抗老 精华");
  }

  @Test
  void similar_keywordFarInMeaningWithTheSameClicks_comesBeforeOthers() {
    keywords.refresh(100);
    // 约会裙 lends the clicks of 茶歇裙, and 穿搭 leads to the same dress
    assertThat(similar("约会 裙子 连衣").subList(0, 2)).containsExactlyInAnyOrder("法式 茶歇裙", "小个子 穿搭");
    SimilarKeyword far = row("约会 裙子 连衣", "小个子 穿搭");
    assertThat(far.clicks()).isGreaterThan(.8);
    assertThat(far.category()).isEqualTo("fashion");
    assertThat(far.searchers()).isEqualTo(20);
  }

  private SimilarKeyword row(String wish, String keyword) {
    return keywords.similar(wish, null, 10, Locale.CHINESE).stream()
        .filter(r -> r.keyword().equals(keyword))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void similar_typedKeyword_isNotItsOwnNeighbour() {
    keywords.refresh(100);
    assertThat(similar("保湿 面霜")).doesNotContain("保湿 面霜").startsWith("抗老 精华");
  }

  @Test
  void similar_brand_leavesOtherCategoriesOut() {
    keywords.refresh(100);
    List<SimilarKeyword> rows = keywords.similar("约会穿什么好看", "lan", 10, Locale.CHINESE);
    assertThat(rows)
        .extracting(SimilarKeyword::keyword)
        .containsExactlyInAnyOrder("保湿 面霜", "抗老 精华");
    assertThat(rows).extracting(SimilarKeyword::brandShare).containsOnly(1.0);
  }

  @Test
  void similar_productCaption_leadsToItsKeyword() {
    // the caption stands near; no keyword holds 夜里
    keywords.refresh(100);
    assertThat(similar("夜里电话").getFirst()).isEqualTo("拍照 手机");
  }

  @Test
  void similar_captionOfAPost_leadsToTheKeywordsOfItsProduct() {
    keywords.refresh(100);
    double before = clicks("夜里电话", "法式 茶歇裙");
    captions.add(new PostCaptions.PostCaption("uni.dress", "夜里电话"));
    captions.add(new PostCaptions.PostCaption("nobody.knows", "夜里电话"));
    SemanticKeywords told = over(behavior, embedder, index);
    assertThat(told.refresh(100)).as("that of the unknown product is left out").isEqualTo(1);
    double after = told.similar("夜里电话", null, 10, Locale.CHINESE).stream()
        .filter(r -> r.keyword().equals("法式 茶歇裙"))
        .findFirst()
        .orElseThrow()
        .clicks();
    assertThat(after).isGreaterThan(before + .2);

    captions.clear();
    over(behavior, embedder, index).refresh(100);
    assertThat(clicks("夜里电话", "法式 茶歇裙")).as("gone with the post").isEqualTo(before);
  }

  private double clicks(String wish, String keyword) {
    return row(wish, keyword).clicks();
  }

  @Test
  void similar_reasons_inTheLanguageAskedFor() {
    keywords.refresh(100);
    var chinese = keywords.similar("约会穿什么好看", null, 1, Locale.CHINESE).getFirst();
    assertThat(chinese.reasons())
        .extracting(Reason::code)
        .contains("same-clicks", "near-meaning", "default-weights");
    assertThat(chinese.reasons().getFirst().text()).contains("点击相似");
    var english = keywords.similar("约会穿什么好看", null, 1, Locale.ENGLISH).getFirst();
    assertThat(english.reasons().getFirst().text()).startsWith("People who type");
  }

  @Test
  void similar_emptyStore_isEmpty() {
    var empty = over(new Behavior(), embedder, index);
    assertThat(empty.refresh(100)).isZero();
    assertThat(empty.similar("约会", null, 10, Locale.CHINESE)).isEmpty();
  }

  @Test
  void similar_modelMissing_answersFromTextAndClicks() {
    embedder.missing = true;
    List<SimilarKeyword> rows = keywords.similar("面霜", null, 10, Locale.CHINESE);
    assertThat(rows.getFirst().keyword()).isEqualTo("保湿 面霜");
    assertThat(rows.getFirst().meaning()).isNull();
    assertThat(rows.getFirst().reasons()).extracting(Reason::code).contains("no-vectors");
    assertThatIllegalStateException().isThrownBy(() -> keywords.refresh(100));
  }

  @Test
  void similar_beforeAnythingIsEmbedded_answersFromTextAndClicks() {
    assertThat(similar("面霜")).startsWith("保湿 面霜");
  }

  @Test
  void similar_strangeWishes_areAnsweredOrRefused() {
    keywords.refresh(100);
    assertThat(similar("😀🎉")).isNotEmpty();
    assertThat(similar("好看".repeat(5000))).isNotEmpty();
    for (String blank : List.of("", "  ", "\t\u200b")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> similar(blank))
          .withMessage("wish: a visible character is required, got nothing");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> keywords.similar("裙", null, 0, Locale.CHINESE))
        .withMessage("top: a number from 1 to 1000 is required, got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> keywords.similar("裙", "nobody", 5, Locale.CHINESE))
        .withMessage("brand: an id of the catalogue is required, got nobody");
  }

  @Test
  void refresh_again_embedsNothing() {
    int texts = keywords.refresh(100);
    // five keywords, three product names, one caption
    assertThat(texts).isEqualTo(9);
    assertThat(keywords.refresh(100)).isZero();
    assertThat(over(behavior, embedder, index).refresh(100)).isZero();
    assertThat(index.puts).isEqualTo(9);
  }

  @Test
  void refresh_newKeyword_embedsThatAlone() {
    keywords.refresh(100);
    behavior.search("u", 0, "露营 裙", "fashion");
    assertThat(keywords.refresh(100)).as("too early").isZero();
    now = now.plus(Duration.ofMinutes(11));
    assertThat(keywords.refresh(100)).isEqualTo(1);
    assertThat(similar("约会穿什么")).contains("露营 裙");
  }

  @Test
  void refresh_limit_isKept() {
    assertThat(keywords.refresh(4)).isEqualTo(4);
    assertThat(keywords.refresh(4)).isEqualTo(4);
    assertThat(keywords.refresh(4)).isEqualTo(1);
    assertThat(keywords.refresh(4)).isZero();
  }

  @Test
  void refresh_otherVersion_embedsAllAgain() {
    keywords.refresh(100);
    var newer = over(behavior, new TopicEmbedder("topics/2"), index);
    assertThat(newer.refresh(100)).isEqualTo(9);
    assertThat(index.count()).isEqualTo(9);
  }

  @Test
  void refresh_keywordsThatLeftTheWindow_areForgotten() {
    keywords.refresh(100);
    var later = new Behavior();
    later.search("u", 0, "保湿 面霜", "skincare");
    assertThat(over(later, embedder, index).refresh(100)).isZero();
    assertThat(index.count()).isEqualTo(1);
  }

  @Test
  void refresh_fewKeywords_keepsTheDefaultWeights() {
    keywords.refresh(100);
    assertThat(keywords.snapshot().mix()).isEqualTo(Mix.DEFAULT);
    assertThat(keywords.snapshot().settled()).isTrue();
  }

  @Test
  void new_unlikeLengths_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> over(behavior, embedder, new PlainVectorIndex(4)))
        .withMessage("vectors: 3 numbers are required by topics/1, the index holds 4");
  }

  @Test
  void similar_whileOthersRefresh_isAnswered() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var calls = new ArrayList<Callable<Object>>();
      for (int i = 0; i < 20; i++) {
        calls.add(i % 2 == 0 ? () -> keywords.refresh(1) : () -> similar("保湿 面霜 干"));
      }
      for (var answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).isNotNull();
      }
    }
    keywords.refresh(100);
    assertThat(index.puts).isEqualTo(9);
  }
}
