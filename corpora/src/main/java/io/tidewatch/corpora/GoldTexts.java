package io.tidewatch.corpora;

import io.tidewatch.corpora.SampleTexts.Gold;
import io.tidewatch.corpora.SampleTexts.GoldAspect;
import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.catalogue.Resolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sample texts with gold, with offsets and catalogue ids.
 *
 * @param texts posts, then reviews, in file order
 * @param unresolved what could not be placed or found: one sentence each, with file and line
 */
public record GoldTexts(List<GoldText> texts, List<String> unresolved) {

  public GoldTexts {
    texts = List.copyOf(texts);
    unresolved = List.copyOf(unresolved);
  }

  /**
   * One text.
   *
   * @param id {@code post-N} or {@code review-N}, N as in the file
   * @param productId the reviewed product; null for a post or a product outside the catalogue
   * @param categoryId null for a text of no category or of several
   */
  public record GoldText(
      String id,
      String text,
      @Nullable String productId,
      @Nullable String categoryId,
      Polarity sentiment,
      Intent intent,
      List<PlacedMention> mentions,
      List<PlacedAspect> aspects) {
    public GoldText {
      mentions = List.copyOf(mentions);
      aspects = List.copyOf(aspects);
    }
  }

  /**
   * A mention, {@code m1}, {@code m2}, … in order of appearance.
   *
   * @param entity the name as the annotator wrote it
   * @param entityId null when the catalogue holds no such name, or several
   */
  public record PlacedMention(
      String id,
      Span span,
      String surface,
      MentionKind kind,
      String entity,
      @Nullable String entityId,
      Polarity polarity) {}

  /** A judged aspect; {@code target} is the id of a mention, null for the reviewed product. */
  public record PlacedAspect(
      Span span,
      String aspect,
      @Nullable Span opinion,
      Polarity polarity,
      @Nullable String target) {}

  /** Places the gold of {@code samples} and resolves its names through {@code catalogue}. */
  public static GoldTexts of(SampleTexts samples, Catalogue catalogue) {
    var texts = new ArrayList<GoldText>();
    var unresolved = new ArrayList<String>();
    for (var post : samples.posts()) {
      if (post.gold() != null) {
        var placing =
            new Placing(SampleTexts.POSTS, post.line(), post.text(), catalogue, unresolved);
        String category = post.categories().size() == 1 ? post.categories().getFirst() : null;
        texts.add(placing.place("post-" + post.number(), null, category, post.gold()));
      }
    }
    for (var review : samples.reviews()) {
      if (review.gold() != null) {
        var placing =
            new Placing(SampleTexts.REVIEWS, review.line(), review.text(), catalogue, unresolved);
        String product = placing.product(review.brand(), review.product());
        texts.add(
            placing.place("review-" + review.number(), product, review.category(), review.gold()));
      }
    }
    return new GoldTexts(texts, unresolved);
  }

  private record Placing(
      String file, long line, String text, Catalogue catalogue, List<String> unresolved) {

    GoldText place(String id, @Nullable String productId, @Nullable String categoryId, Gold gold) {
      var mentions = mentions(gold);
      var aspects = new ArrayList<PlacedAspect>();
      for (GoldAspect aspect : gold.aspects()) {
        Span span = span(aspect.surface(), aspect.nth());
        if (span == null) {
          continue;
        }
        Span opinion =
            aspect.opinion() == null ? null : span(aspect.opinion(), aspect.opinionNth());
        aspects.add(new PlacedAspect(
            span,
            aspect.aspect(),
            opinion,
            aspect.polarity(),
            target(aspect.target(), span, mentions)));
      }
      aspects.sort(Comparator.comparingInt(a -> a.span().start()));
      return new GoldText(
          id, text, productId, categoryId, gold.sentiment(), gold.intent(), mentions, aspects);
    }

    private List<PlacedMention> mentions(Gold gold) {
      var placed = new ArrayList<PlacedMention>();
      for (var mention : gold.mentions()) {
        Span span = span(mention.surface(), mention.nth());
        if (span != null) {
          placed.add(new PlacedMention(
              "",
              span,
              mention.surface(),
              mention.kind(),
              mention.entity(),
              entity(mention.kind(), mention.entity(), mention.surface()),
              mention.polarity()));
        }
      }
      placed.sort(Comparator.comparingInt((PlacedMention m) -> m.span().start())
          .thenComparingInt(m -> m.span().end()));
      var numbered = new ArrayList<PlacedMention>();
      for (var m : placed) {
        numbered.add(new PlacedMention(
            "m" + (numbered.size() + 1),
            m.span(),
            m.surface(),
            m.kind(),
            m.entity(),
            m.entityId(),
            m.polarity()));
      }
      return numbered;
    }

    /** The named mention that is nearest to the aspect. */
    private @Nullable String target(
        @Nullable String surface, Span aspect, List<PlacedMention> mentions) {
      if (surface == null) {
        return null;
      }
      return mentions.stream()
          .filter(m -> m.surface().equals(surface) || m.entity().equals(surface))
          .min(Comparator.comparingInt(m -> Math.abs(m.span().start() - aspect.start())))
          .map(PlacedMention::id)
          .orElseGet(() -> report("target must be the surface of a mention, got " + surface));
    }

    private @Nullable Span span(String surface, int nth) {
      int at = -1;
      for (int i = 0; i < nth; i++) {
        at = text.indexOf(surface, at + 1);
        if (at < 0) {
          report("the text must hold occurrence " + nth + " of " + surface);
          return null;
        }
      }
      return new Span(at, at + surface.length());
    }

    private @Nullable String entity(MentionKind kind, String name, String surface) {
      EntityKind wanted = kind == MentionKind.BRAND ? EntityKind.BRAND : EntityKind.PRODUCT;
      for (String candidate : List.of(name, surface)) {
        if (catalogue.resolve(candidate, wanted) instanceof Resolution.Found found) {
          return found.id();
        }
      }
      String why = catalogue.resolve(name, wanted) instanceof Resolution.Ambiguous several
          ? "several entities " + several.candidates()
          : "no entity";
      return report("the catalogue has " + why + " for the "
          + (wanted == EntityKind.BRAND ? "brand " : "product ") + name);
    }

    @Nullable
    String product(String brand, String product) {
      for (String name : List.of(product, brand + product, brand + " " + product)) {
        if (catalogue.resolve(name, EntityKind.PRODUCT) instanceof Resolution.Found found) {
          return found.id();
        }
      }
      return report("the catalogue has no product " + product + " of " + brand);
    }

    private @Nullable String report(String problem) {
      unresolved.add(file + ":" + line + ": " + problem);
      return null;
    }
  }
}
