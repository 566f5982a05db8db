package io.tidewatch.trend;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.Lane;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.annotation.Sentiment;
import io.tidewatch.model.annotation.SpamReason;
import io.tidewatch.model.annotation.SpamScore;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.annotation.TextSignature;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.ListEntry;
import io.tidewatch.model.record.Media;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.record.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Small documents with annotations made by plain substring matching over {@link #CATALOGUE}; 新牌 is a
 * brand that it does not hold.
 */
public final class Samples {
  public static final Instant RECEIVED = Instant.parse("2025-07-01T00:00:00Z");

  public static final Catalogue CATALOGUE = new Catalogue(
      List.of(
          new Category("phone", "手机", "Phones", null, true),
          new Category("fashion", "时尚", "Fashion", null, false),
          new Category("toy", "玩具", "Toys", null, false)),
      List.of(
          new Brand("lv", "LV", List.of("路易威登"), List.of("fashion"), List.of()),
          new Brand("gucci", "Gucci", List.of("古驰"), List.of("fashion"), List.of("lv")),
          new Brand("popmart", "泡泡玛特", List.of("POP MART"), List.of("toy"), List.of()),
          new Brand("xiaomi", "小米", List.of("米家"), List.of("phone", "toy"), List.of()),
          new Brand("mijia", "米家智能", List.of("米家"), List.of("phone"), List.of())),
      List.of(
          new Product("popmart.labubu", "拉布布", "popmart", "toy", null, List.of("labubu")),
          new Product("xiaomi.15", "小米15", "xiaomi", "phone", null, List.of())),
      List.of());

  private Samples() {}

  public static AnnotatedDocument post(String id, String author, String at, String text) {
    return post("weibo", id, author, Instant.parse(at), text, null, null);
  }

  public static AnnotatedDocument post(
      String source,
      String id,
      @Nullable String author,
      Instant at,
      String text,
      @Nullable Long likes,
      @Nullable Instant updatedAt) {
    var post = new Post(
        envelope(source, updatedAt, (id + author + at + text + likes + updatedAt).hashCode()),
        id,
        author,
        at,
        text,
        null,
        likes,
        null,
        null,
        null,
        null,
        List.of());
    return new AnnotatedDocument(post, annotation(text));
  }

  /** The same post with a picture for each caption. */
  public static AnnotatedDocument withCaptions(AnnotatedDocument document, String... captions) {
    Post post = (Post) document.record();
    return new AnnotatedDocument(
        new Post(
            post.envelope(),
            post.id(),
            post.authorId(),
            post.publishedAt(),
            post.text(),
            post.repostOf(),
            post.likes(),
            post.comments(),
            post.reposts(),
            post.authorFollowers(),
            post.place(),
            java.util.Arrays.stream(captions)
                .map(caption -> new Media("https://example.com/1.jpg", caption))
                .toList()),
        document.annotation());
  }

  public static AnnotatedDocument review(
      String id, String author, String productId, String at, String text) {
    var review = new Review(
        envelope("shop", null, (id + author + productId + at + text).hashCode()),
        id,
        author,
        productId,
        5,
        Instant.parse(at),
        null,
        text);
    return new AnnotatedDocument(review, annotation(text));
  }

  public static AnnotatedDocument sighting(String title, String day, String at, long heat) {
    return sighting(title, day, Instant.parse(at), heat, false);
  }

  public static AnnotatedDocument sighting(
      String title, String day, Instant at, long heat, boolean advertisement) {
    var entry = new ListEntry(
        envelope("hot", null, (title + day + at + heat + advertisement).hashCode()),
        title + "#" + day,
        title,
        title,
        at,
        heat,
        1,
        "时尚圈",
        advertisement);
    return new AnnotatedDocument(entry, annotation(title));
  }

  public static Envelope envelope(String source, @Nullable Instant updatedAt, long hash) {
    return new Envelope(source, updatedAt, RECEIVED, hash, null);
  }

  public static Annotation annotation(String text) {
    return annotation(text, "dict-1", Lane.FAST);
  }

  public static Annotation annotation(String text, String dictionary, Lane lane) {
    var mentions = new ArrayList<Mention>();
    CATALOGUE
        .brands()
        .forEach(b -> mention(text, b.name(), MentionKind.BRAND, b.id(), b.id(), mentions));
    CATALOGUE
        .products()
        .forEach(p -> mention(text, p.name(), MentionKind.PRODUCT, p.id(), p.brandId(), mentions));
    String strange = "新牌";
    if (text.contains(strange)) {
      int at = text.indexOf(strange);
      mentions.add(new Mention(
          "m" + (mentions.size() + 1),
          new Span(at, at + strange.length()),
          strange,
          MentionKind.BRAND,
          null,
          null,
          Polarity.NEUTRAL,
          false,
          "tagged"));
    }
    boolean good = text.contains("好");
    return new Annotation(
        lane,
        dictionary,
        "model-1",
        text.contains("广告") ? Intent.ADVERTISEMENT : Intent.OTHER,
        1,
        new Sentiment(
            good ? Polarity.POSITIVE : text.contains("差") ? Polarity.NEGATIVE : Polarity.NEUTRAL,
            good ? 0.8 : -0.1,
            0.9),
        mentions,
        List.of(),
        text.contains("#")
            ? List.of(text.substring(text.indexOf('#') + 1, text.lastIndexOf('#')))
            : List.of(),
        List.of(),
        List.of(text.split("\\s", -1)),
        new TextSignature(text.hashCode(), text.hashCode()),
        text.contains("比"),
        text.contains("加微信")
            ? new SpamScore(0.6, List.of(new SpamReason("contact", "加微信")))
            : SpamScore.NONE,
        null);
  }

  private static void mention(
      String text,
      String name,
      MentionKind kind,
      String id,
      String brandId,
      List<Mention> mentions) {
    int at = text.indexOf(name);
    if (at >= 0) {
      mentions.add(new Mention(
          "m" + (mentions.size() + 1),
          new Span(at, at + name.length()),
          name,
          kind,
          id,
          brandId,
          Polarity.NEUTRAL,
          false,
          null));
    }
  }
}
