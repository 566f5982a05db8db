package io.tidewatch.api.eval;

import io.tidewatch.api.wiring.QueryReading;
import io.tidewatch.keywords.query.QueryReader;
import io.tidewatch.keywords.query.TypedSpan;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.catalogue.Resolution;
import io.tidewatch.model.query.QueryPart;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which brands a query names, by their own names or those of their products. */
final class BrandNames {
  private final Catalogue catalogue;
  private final QueryReader reader;

  BrandNames(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.reader = QueryReading.over(catalogue, List.of());
  }

  /** Ids of brands; a name of several brands names none of them. */
  Set<String> of(String query) {
    var brands = new HashSet<String>();
    for (TypedSpan span : reader.typer().type(query).spans()) {
      String typed = query.substring(span.start(), span.end());
      if (span.part() == QueryPart.BRAND) {
        found(typed, EntityKind.BRAND).ifPresent(brands::add);
      } else if (span.part() == QueryPart.PRODUCT) {
        found(typed, EntityKind.PRODUCT)
            .flatMap(catalogue::product)
            .map(Product::brandId)
            .ifPresent(brands::add);
      }
    }
    return brands;
  }

  private Optional<String> found(String name, EntityKind kind) {
    return catalogue.resolve(name, kind) instanceof Resolution.Found found
        ? Optional.of(found.id())
        : Optional.empty();
  }
}
