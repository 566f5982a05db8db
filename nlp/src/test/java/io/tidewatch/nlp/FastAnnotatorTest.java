package io.tidewatch.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.annotation.Span;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FastAnnotatorTest {
  private static final FastAnnotator ANNOTATOR = Fixtures.annotator();

  @Test
  void product_withItsBrandInFront_givesBoth() {
    Annotation a = annotate("入手华为Mate60，屏幕很好");

    assertThat(a.mentions())
        .extracting(Mention::id, Mention::surface, Mention::kind, Mention::entityId)
        .containsExactly(
            tuple("m1", "华为Mate60", MentionKind.PRODUCT, "huawei.mate-60"),
            tuple("m2", "华为", MentionKind.BRAND, "huawei"));
    assertThat(a.mentions()).extracting(Mention::brandId).containsOnly("huawei");
  }

  @ParameterizedTest
  @CsvSource({
    "小米粥养胃, ''",
    "煮了小米饭, ''",
    "小米手机发布了, xiaomi",
    "今天去了小米, xiaomi",
    "王者荣耀手机版好玩, ''",
    "这是我的荣耀, ''",
    "荣耀发布会看了吗, honor",
    "荣耀和华为哪个好, honor|huawei",
    "我在武汉, ''",
    "汉的续航真扎实, byd.han",
    "machine learning, ''",
    "big mac hine, mac",
    "MAC口红, mac",
    "macbook, ''",
    "ＨＵＡＷＥＩ, huawei",
    "華為, huawei",
    "P60拍照, huawei.p60",
    "MP60, ''",
    "P60Pro, ''",
    "P605, ''",
    "华为P60Pro, huawei",
    "小米14元一斤, xiaomi",
    "mate 60, huawei.mate-60",
    "Mate-60, huawei.mate-60",
    "@华为 你好, ''",
    "承蒙牛人指点, ''",
    "奥利奥和承蒙牛人, oreo"
  })
  void alias_inContext_isLinkedOrNot(String text, String ids) {
    List<String> found = annotate(text).mentions().stream()
        .map(Mention::entityId)
        .filter(Objects::nonNull)
        .toList();

    assertThat(String.join("|", found)).isEqualTo(ids);
  }

  @Test
  void ambiguousAlias_linked_saysWhy() {
    assertThat(annotate("小米手机不错").mentions().getFirst().reason()).isEqualTo("support: 手机");
  }

  @ParameterizedTest
  @CsvSource({
    "华为很好用, POSITIVE",
    "华为不好用, NEGATIVE",
    "华为没有不好用, POSITIVE",
    "华为不得不说好用, POSITIVE",
    "华为没想象中那么差, POSITIVE",
    "华为yyds, POSITIVE",
    "华为太拉胯, NEGATIVE",
    "华为发布会明天开, NEUTRAL",
    "以前喜欢华为但是现在太垃圾, NEGATIVE"
  })
  void mention_withOpinion_hasItsPolarity(String text, Polarity polarity) {
    assertThat(annotate(text).mentions().getFirst().polarity()).isEqualTo(polarity);
  }

  @ParameterizedTest
  @CsvSource({
    "奥利奥比蒙牛好吃, POSITIVE, NEGATIVE",
    "奥利奥不如蒙牛, NEGATIVE, POSITIVE",
    "奥利奥没有蒙牛好吃, NEGATIVE, POSITIVE",
    "奥利奥完爆蒙牛, POSITIVE, NEGATIVE",
    "奥利奥和蒙牛都好吃, POSITIVE, POSITIVE",
    "奥利奥和蒙牛差不多, NEUTRAL, NEUTRAL",
    "奥利奥比蒙牛差, NEGATIVE, POSITIVE",
    "'奥利奥不如蒙牛，垃圾', NEGATIVE, POSITIVE",
    "奥利奥配蒙牛好吃, POSITIVE, POSITIVE",
    "'华为好用，P60等了一天', POSITIVE, POSITIVE"
  })
  void comparison_ofTwoNames_decidesBoth(String text, Polarity first, Polarity second) {
    Annotation a = annotate(text);

    assertThat(a.mentions()).extracting(Mention::polarity).containsExactly(first, second);
  }

  @Test
  void comparison_always_wantsTheDeepLane() {
    assertThat(annotate("奥利奥比蒙牛好吃").wantsDeepLane()).isTrue();
    assertThat(annotate("奥利奥好吃").wantsDeepLane()).isFalse();
  }

  @Test
  void aspect_withOpinion_hasSpansPolarityAndTarget() {
    String text = "华为的续航很好，但是价格太高";
    Annotation a = annotate(text);

    assertThat(a.aspects())
        .extracting(
            x -> text.substring(x.span().start(), x.span().end()),
            x -> x.aspect(),
            x -> x.opinion() == null
                ? ""
                : text.substring(x.opinion().start(), x.opinion().end()),
            x -> x.polarity(),
            x -> x.target())
        .containsExactly(
            tuple("续航", "battery", "很好", Polarity.POSITIVE, "m1"),
            tuple("价格", "price", "太高", Polarity.NEGATIVE, "m1"));
  }

  @Test
  void aspect_ofAnotherCategory_isLeftOut() {
    assertThat(annotate("奥利奥的续航好").aspects()).isEmpty();
    assertThat(ANNOTATOR.annotate("续航好", new Hints("huawei.p60", null)).aspects())
        .hasSize(1);
  }

  @Test
  void implicitExpression_judgesItsAspect() {
    var aspect = annotate("华为一天三充").aspects().getFirst();

    assertThat(aspect.aspect()).isEqualTo("battery");
    assertThat(aspect.opinion()).isEqualTo(aspect.span());
    assertThat(aspect.polarity()).isEqualTo(Polarity.NEGATIVE);
  }

  @Test
  void repostChain_givesOnlyTheAuthorsOpinion() {
    Annotation a = annotate("华为好用 //@李四:小米手机垃圾 //@王五：奥利奥垃圾");

    assertThat(a.mentions())
        .extracting(Mention::entityId, Mention::quoted, Mention::polarity)
        .containsExactly(
            tuple("huawei", false, Polarity.POSITIVE),
            tuple("xiaomi", true, Polarity.NEUTRAL),
            tuple("oreo", true, Polarity.NEUTRAL));
    assertThat(a.sentiment().score()).isPositive();
    assertThat(a.terms()).doesNotContain("垃圾");
  }

  @Test
  void hashtags_ofBothStyles_areFound() {
    assertThat(annotate("#华为Mate60# 真好 #口红推荐[话题]# #双十一 ok").hashtags())
        .containsExactly("华为mate60", "口红推荐", "双十一");
  }

  @Test
  void intent_followsItsCues() {
    assertThat(annotate("奥利奥和蒙牛哪个好").intent()).isEqualTo(Intent.QUESTION);
    assertThat(annotate("想买华为").intent()).isEqualTo(Intent.PURCHASE_INTENTION);
    assertThat(annotate("今天星期三").intent()).isEqualTo(Intent.OTHER);
  }

  @ParameterizedTest
  @CsvSource({
    "'华为好用，就是贵有点失望', POSITIVE",
    "'华为好用，但是失望', NEGATIVE",
    "'华为好用，虽然失望', POSITIVE",
    "'奥利奥和蒙牛哪个好，想要好吃的', NEUTRAL",
    "'垃圾华为，哪个好？', NEGATIVE",
    "'华为好用是好用，垃圾', NEGATIVE",
    "'号称好用，华为失望', NEGATIVE"
  })
  void mention_besideConcessionOrQuestion_isWeighed(String text, Polarity polarity) {
    assertThat(annotate(text).mentions().getFirst().polarity()).isEqualTo(polarity);
  }

  @Test
  void text_withoutJudgement_isNeutral() {
    assertThat(annotate("华为明天开发布会").sentiment().polarity()).isEqualTo(Polarity.NEUTRAL);
  }

  @Test
  void targets_areJudgedInOrder() {
    String text = "屏幕很好，味道太差";

    var judged = ANNOTATOR.judge(text, List.of(new Span(5, 7), new Span(0, 2)));

    assertThat(judged).extracting(t -> t.target().start()).containsExactly(5, 0);
    assertThat(judged.get(0).sentiment().score()).isNegative();
    assertThat(judged.get(1).sentiment().score()).isPositive();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ANNOTATOR.judge("短", List.of(new Span(0, 2))))
        .withMessageContaining("target");
  }

  @Test
  void signature_ofEqualWords_isEqualAndOfSimilarOnesNear() {
    String text = "今天去门店试了华为新出的手机，屏幕真的很好，续航也不错，推荐大家去看看";
    var one = annotate(text).signature();

    assertThat(annotate(text.replace("，", " ! ")).signature()).isEqualTo(one);
    assertThat(annotate(text + "呀").signature().distance(one)).isLessThan(12);
    assertThat(annotate("蒙牛和奥利奥一起吃最快乐了不接受反驳").signature().distance(one)).isGreaterThan(16);
  }

  @Test
  void annotator_fromManyThreads_saysTheSame() throws Exception {
    List<String> texts = List.of("奥利奥比蒙牛好吃", "华为的续航很好", "#小米14# 手机太拉胯 //@a:好");
    List<Annotation> expected = texts.stream().map(FastAnnotatorTest::annotate).toList();
    try (var pool = Executors.newFixedThreadPool(4)) {
      List<Callable<List<Annotation>>> jobs = IntStream.range(0, 40)
          .<Callable<List<Annotation>>>mapToObj(
              i -> () -> texts.stream().map(FastAnnotatorTest::annotate).toList())
          .toList();
      for (var answer : pool.invokeAll(jobs)) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void versions_nameCatalogueLexiconsAndModel() {
    Annotation a = annotate("好");

    assertThat(a.dictionaryVersion()).startsWith(Fixtures.catalogue().version() + "-");
    assertThat(a.modelVersion()).startsWith("sentiment-");
    assertThat(Fixtures.annotator().annotate("好", Hints.NONE)).isEqualTo(a);
  }

  private static Annotation annotate(String text) {
    return ANNOTATOR.annotate(text, Hints.NONE);
  }
}
