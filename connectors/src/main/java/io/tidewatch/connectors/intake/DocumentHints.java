package io.tidewatch.connectors.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.catalogue.Resolution;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.Review;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a document what its text need not say: the product of a review, by id or by name, and
 * the category that a format map or sender gave in the extra field {@code categoryId}. Works on a
 * stored document as on a new one. Safe from any thread.
 */
public final class DocumentHints {
  private final ObjectMapper json = new ObjectMapper();

  /** Ids of {@code catalogue}; what it does not hold is left out. */
  public Hints of(DocumentRecord record, Catalogue catalogue) {
    Product product =
        record instanceof Review review ? product(review.productId(), catalogue) : null;
    String category = category(record.envelope().extra(), catalogue);
    if (category == null && product != null) {
      category = product.categoryId();
    }
    return product == null && category == null
        ? Hints.NONE
        : new Hints(product == null ? null : product.id(), category);
  }

  private static @Nullable Product product(@Nullable String idOrName, Catalogue catalogue) {
    if (idOrName == null) {
      return null;
    }
    return switch (catalogue.resolve(idOrName, EntityKind.PRODUCT)) {
      case Resolution.Found found -> catalogue.product(found.id()).orElse(null);
      case Resolution.Ambiguous ambiguous -> null;
      case Resolution.Unknown unknown -> null;
    };
  }

  private @Nullable String category(@Nullable String extra, Catalogue catalogue) {
    if (extra == null || !extra.contains("\"categoryId\"")) {
      return null;
    }
    try {
      JsonNode given = json.readTree(extra).path("categoryId");
      Optional<Category> category =
          given.isTextual() ? catalogue.findCategory(given.textValue()) : Optional.empty();
      return category.map(Category::id).orElse(null);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("extra fields are one JSON object", e);
    }
  }
}
