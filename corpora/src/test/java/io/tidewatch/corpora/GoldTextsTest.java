package io.tidewatch.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.corpora.SampleTexts.Gold;
import io.tidewatch.corpora.SampleTexts.GoldAspect;
import io.tidewatch.corpora.SampleTexts.GoldMention;
import io.tidewatch.corpora.SampleTexts.SamplePost;
import io.tidewatch.corpora.SampleTexts.SampleReview;
import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoldTextsTest {
  private final Catalogue catalogue = new Catalogue(
      List.of(new Category("phone", "手机", "Phones", null, true)),
      List.of(
          new Brand("xiaomi", "小米", List.of("mi"), List.of("phone"), List.of()),
          new Brand("huawei", "华为", List.of(), List.of("phone"), List.of())),
      List.of(new Product("xiaomi.14", "小米14", "xiaomi", "phone", null, List.of())),
      List.of());

  @Test
  void of_laterOccurrence_isPlacedByNthAndNumberedByAppearance() {
    var gold = gold(
        List.of(mention("小米", 2, "小米"), mention("华为", 1, "华为")),
        List.of(new GoldAspect("电池", 1, "battery", "强", 1, Polarity.POSITIVE, "小米")));
    var texts = GoldTexts.of(samples(post("小米粥配华为，小米电池强", gold)), catalogue);
    assertThat(texts.unresolved()).isEmpty();
    assertThat(texts.texts()).singleElement().satisfies(text -> {
      assertThat(text.id()).isEqualTo("post-1");
      assertThat(text.categoryId()).isEqualTo("phone");
      assertThat(text.mentions())
          .extracting(m -> m.id() + " " + m.entityId() + " " + m.span().start())
          .containsExactly("m1 huawei 4", "m2 xiaomi 7");
      assertThat(text.aspects()).singleElement().satisfies(aspect -> {
        assertThat(aspect.span()).isEqualTo(new Span(9, 11));
        assertThat(aspect.opinion()).isEqualTo(new Span(11, 12));
        assertThat(aspect.target()).isEqualTo("m2");
      });
    });
  }

  @Test
  void of_whatCannotBePlacedOrFound_isReportedWithFileAndLine() {
    var gold = gold(
        List.of(mention("小米", 2, "小米"), mention("粥", 1, "粥道")),
        List.of(new GoldAspect("粥", 1, "taste", null, 1, Polarity.POSITIVE, "面")));
    var texts = GoldTexts.of(samples(post("小米粥", gold)), catalogue);
    assertThat(texts.unresolved())
        .containsExactly(
            "samples/posts.jsonl:5: the text must hold occurrence 2 of 小米",
            "samples/posts.jsonl:5: the catalogue has no entity for the brand 粥道",
            "samples/posts.jsonl:5: target must be the surface of a mention, got 面");
    assertThat(texts.texts().getFirst().mentions())
        .singleElement()
        .satisfies(m -> assertThat(m.entityId()).isNull());
  }

  @Test
  void of_review_knowsItsProductByBrandAndName() {
    var review = new SampleReview(3, 9, "14", "小米", "phone", 5, "电池强", gold(List.of(), List.of()));
    var texts = GoldTexts.of(
        new SampleTexts(List.of(), List.of(review), List.of(), List.of(), List.of(), List.of()),
        catalogue);
    assertThat(texts.texts()).singleElement().satisfies(text -> {
      assertThat(text.id()).isEqualTo("review-3");
      assertThat(text.productId()).isEqualTo("xiaomi.14");
    });
  }

  private static Gold gold(List<GoldMention> mentions, List<GoldAspect> aspects) {
    return new Gold(Polarity.POSITIVE, Intent.REVIEW, mentions, aspects);
  }

  private static GoldMention mention(String surface, int nth, String entity) {
    return new GoldMention(surface, nth, MentionKind.BRAND, entity, Polarity.POSITIVE);
  }

  private static SamplePost post(String text, @Nullable Gold gold) {
    return new SamplePost(1, 5, List.of("phone"), text, Intent.REVIEW, gold);
  }

  private static SampleTexts samples(SamplePost post) {
    return new SampleTexts(List.of(post), List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
