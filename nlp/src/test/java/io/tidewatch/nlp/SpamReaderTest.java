package io.tidewatch.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Reach;
import io.tidewatch.model.annotation.SpamReason;
import io.tidewatch.model.annotation.SpamScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpamReaderTest {
  private static final FastAnnotator ANNOTATOR =
      new FastAnnotator(SeedCatalogue.shipped(), Lexicons.shipped());

  private static SpamScore spam(String text) {
    return ANNOTATOR.annotate(text, Hints.NONE).spam();
  }

  @ParameterizedTest
  @CsvSource({
    "护肤小样货源批发，招代理，加微信 abc123 拉你进群, contact",
    "转发并关注，揪一位送口红，开奖看微博抽奖平台, lottery",
    "在家兼职，日赚三百，宝妈都在做，私信我, money-bait",
    "互粉互赞必回，求关注求关注, follow-begging",
    "#好物##种草##口红##国货##双11##开箱# 到手价 99 领券下单, many-hashtags",
    "https://t.cn/A6abc 看, link-only",
    "买它买它买它真的好买它买它买它真的好买它买它买它真的好买它买它买它真的好, repetitive"
  })
  void placedText_isSuspected_withItsReason(String text, String reason) {
    SpamScore spam = spam(text);

    assertThat(spam.suspected()).isTrue();
    assertThat(spam.reasons()).extracting(SpamReason::code).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "用了三个月的华为Mate60，续航比上一代好，就是有点重。",
        "抽奖从来没中过，这次居然中了一支口红[哈哈]",
        "这家店包邮还送小样，到手价比专柜便宜一百，真香",
        "",
        "哈哈哈哈哈哈哈哈哈哈哈哈哈哈"
      })
  void ownWords_areNotSuspected(String text) {
    assertThat(spam(text).suspected()).isFalse();
  }

  @Test
  void reachThatDoesNotFitTogether_isNamed() {
    String text = "新款手机真的太好用了，大家快去看看";
    Hints hollow = new Hints(null, null, new Reach(30L, 2L, 1L, 5000L, false));
    Hints real = new Hints(null, null, new Reach(900_000L, 4000L, 800L, 5000L, false));

    assertThat(ANNOTATOR.annotate(text, hollow).spam().reasons())
        .extracting(SpamReason::code)
        .containsExactly("hollow-spread", "outsized-spread");
    assertThat(ANNOTATOR.annotate(text, real).spam()).isEqualTo(SpamScore.NONE);
  }

  @Test
  void sampleReviews_areRarelySuspected() {
    var reviews = SampleTexts.shipped().reviews();
    long suspected = reviews.stream().filter(r -> spam(r.text()).suspected()).count();

    assertThat(suspected).isLessThanOrEqualTo(reviews.size() / 50);
  }

  @Test
  void reasons_comeHeaviestFirst_andSayWhatWasSeen() {
    SpamScore spam = spam("加微信领券，戳链接");

    assertThat(spam.reasons().getFirst().text()).isEqualTo("留联系方式: 加微信");
    assertThat(spam.score()).isBetween(0.6, 1.0);
  }
}
