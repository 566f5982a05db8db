package io.tidewatch.connectors.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Reach;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.record.Review;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a document what its text need not say: the product of a review, by id or by name, the
 * category that a format map or sender gave in the extra field {@code categoryId}, and how far a
 * post reached. Works on a
 * stored document as on a new one. Safe from any thread.
 */
public final class DocumentHints {
  private final ObjectMapper json = new ObjectMapper();
  private volatile @Nullable CatalogueNames newest;

  /** Ids of {@code catalogue}; what it does not hold is left out. */
  public Hints of(DocumentRecord record, Catalogue catalogue) {
    Reach reach = reach(record);
    String extra = record.envelope().extra();
    boolean hasCategory = extra != null && extra.contains("\"categoryId\"");
    if (!hasCategory && !(record instanceof Review)) {
      return reach == null ? Hints.NONE : new Hints(null, null, reach);
    }
    CatalogueNames names = names(catalogue);
    Product product =
        record instanceof Review review ? names.product(review.productId()).orElse(null) : null;
    String category = extra != null && hasCategory ? category(extra, names) : null;
    if (category == null && product != null) {
      category = product.categoryId();
    }
    return product == null && category == null && reach == null
        ? Hints.NONE
        : new Hints(product == null ? null : product.id(), category, reach);
  }

  private static @Nullable Reach reach(DocumentRecord record) {
    return record instanceof Post post && (post.reposts() != null || post.authorFollowers() != null)
        ? new Reach(
            post.authorFollowers(),
            post.likes(),
            post.comments(),
            post.reposts(),
            post.repostOf() != null)
        : null;
  }

  private CatalogueNames names(Catalogue catalogue) {
    CatalogueNames names = newest;
    if (names == null || !names.catalogue().version().equals(catalogue.version())) {
      names = new CatalogueNames(catalogue);
      newest = names;
    }
    return names;
  }

  private @Nullable String category(String extra, CatalogueNames names) {
    try {
      JsonNode given = json.readTree(extra).path("categoryId");
      return given.isTextual() ? names.category(given.textValue()) : null;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("extra fields are one JSON object", e);
    }
  }
}
