package io.tidewatch.trend.question;

import io.tidewatch.model.annotation.AspectOpinion;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.record.Review;
import io.tidewatch.trend.DocumentState.Live;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a judgement is about. It belongs to an entity when its target is a mention of it; without a
 * target, when the document names or reviews nothing else; a product's own brand may stand beside it.
 * What is said of a product counts for its brand too.
 */
final class Judgements {
  private final Catalogue catalogue;

  Judgements(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  boolean isAbout(String entity, AspectOpinion aspect, Live live) {
    List<Mention> mentions = live.annotation().mentions();
    if (aspect.target() != null) {
      return mentions.stream().anyMatch(m -> m.id().equals(aspect.target()) && about(m, entity));
    }
    @Nullable String reviewed = live.record() instanceof Review r ? r.productId() : null;
    boolean named = mentions.stream().anyMatch(m -> about(m, entity));
    boolean other = mentions.stream().anyMatch(m -> !about(m, entity) && !isMaker(m, entity));
    return (named && !other) || (reviewed != null && !other && isOf(reviewed, entity));
  }

  private static boolean about(Mention mention, String entity) {
    return entity.equals(mention.entityId()) || entity.equals(mention.brandId());
  }

  /** Whether the brand of a product is named by its own name. */
  private boolean isMaker(Mention mention, String product) {
    return catalogue
        .product(product)
        .filter(p -> p.brandId().equals(mention.entityId()))
        .isPresent();
  }

  private boolean isOf(String product, String entity) {
    return product.equals(entity)
        || catalogue.product(product).filter(p -> p.brandId().equals(entity)).isPresent();
  }
}
