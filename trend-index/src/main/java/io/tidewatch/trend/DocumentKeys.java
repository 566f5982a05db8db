package io.tidewatch.trend;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.AspectOpinion;
import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.ListEntry;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.record.Review;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a document is counted and found under. Quoted mentions count; mentions outside the catalogue
 * count for no entity and stand apart.
 *
 * @param direct brands named by their own name
 * @param brands these and the brands of the products named or reviewed
 * @param products products named, and the product a review is about when the catalogue holds it
 * @param categories the list's own category folded, the products' categories, and the category of a
 *     brand that has only one
 * @param surfaces how entities and aspects were written, see {@link #surface}
 * @param unlinked names outside the catalogue, see {@link #unlinked(Mention)}
 */
public record DocumentKeys(
    Set<String> direct,
    Set<String> brands,
    Set<String> products,
    Set<String> aspects,
    Set<String> hashtags,
    Set<String> terms,
    Set<String> categories,
    Set<String> surfaces,
    Set<String> unlinked) {

  /** Marks a brand's own mentions in {@link #surface}. */
  public static final char BRAND = 'b';

  /** Marks mentions of a brand's products. */
  public static final char VIA_PRODUCT = 'v';

  /** Marks product mentions. */
  public static final char PRODUCT = 'p';

  /** Marks aspects. */
  public static final char ASPECT = 'a';

  private static final char SEPARATOR = '\u0001';

  /** Reads the keys of a document under a catalogue. */
  public static DocumentKeys of(DocumentRecord record, Annotation annotation, Catalogue catalogue) {
    DocumentKeys keys = new DocumentKeys(
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>());
    annotation.mentions().forEach(m -> keys.mention(m, catalogue));
    annotation.aspects().forEach(a -> keys.aspect(a, record.text()));
    annotation.hashtags().forEach(h -> add(keys.hashtags, QueryValues.hashtag(h)));
    annotation.terms().forEach(t -> add(keys.terms, t));
    switch (record) {
      case Review review -> catalogue.product(review.productId()).ifPresent(keys::product);
      case ListEntry entry -> keys.category(entry.category());
      case Post _ -> {}
    }
    return keys;
  }

  /** The prefix of the surfaces of one key; the surface itself follows. */
  public static String surface(char kind, String key) {
    return kind + key + SEPARATOR;
  }

  /** The key of a name outside the catalogue: {@link #BRAND} or {@link #PRODUCT}, then the name. */
  public static String unlinked(Mention mention) {
    return (mention.kind() == MentionKind.BRAND ? BRAND : PRODUCT)
        + Catalogue.fold(mention.surface());
  }

  /** Attention a document got: a post's likes, comments and reposts, or a list's highest heat. */
  public static long engagement(DocumentRecord record) {
    return switch (record) {
      case Post p -> or0(p.likes()) + or0(p.comments()) + or0(p.reposts());
      case ListEntry e -> or0(e.heat());
      case Review _ -> 0;
    };
  }

  /** Whether the document is paid for and so left out of rising. */
  public static boolean advertisement(DocumentRecord record, Annotation annotation) {
    return record instanceof ListEntry entry
        && (entry.advertisement() || annotation.intent() == Intent.ADVERTISEMENT);
  }

  private void mention(Mention mention, Catalogue catalogue) {
    String entity = mention.entityId();
    if (entity == null) {
      add(unlinked, unlinked(mention));
    }
    if (mention.kind() == MentionKind.BRAND) {
      if (entity != null) {
        direct.add(entity);
        brand(entity, catalogue);
        surfaces.add(surface(BRAND, entity) + mention.surface());
      }
      return;
    }
    if (entity != null) {
      products.add(entity);
      surfaces.add(surface(PRODUCT, entity) + mention.surface());
      catalogue.product(entity).ifPresent(p -> categories.add(p.categoryId()));
    }
    if (mention.brandId() != null) {
      brand(mention.brandId(), catalogue);
      surfaces.add(surface(VIA_PRODUCT, mention.brandId()) + mention.surface());
    }
  }

  private void brand(String id, Catalogue catalogue) {
    brands.add(id);
    catalogue
        .brand(id)
        .filter(b -> b.categories().size() == 1)
        .ifPresent(b -> categories.add(b.categories().getFirst()));
  }

  private void product(Product product) {
    products.add(product.id());
    brands.add(product.brandId());
    categories.add(product.categoryId());
  }

  private void aspect(AspectOpinion aspect, String text) {
    String id = Catalogue.fold(aspect.aspect());
    aspects.add(id);
    int end = Math.min(aspect.span().end(), text.length());
    if (aspect.span().start() < end) {
      surfaces.add(surface(ASPECT, id) + text.substring(aspect.span().start(), end));
    }
  }

  private void category(@Nullable String category) {
    if (category != null) {
      add(categories, Catalogue.fold(category));
    }
  }

  private static void add(Set<String> keys, String key) {
    if (!key.isBlank()) {
      keys.add(key);
    }
  }

  private static long or0(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
