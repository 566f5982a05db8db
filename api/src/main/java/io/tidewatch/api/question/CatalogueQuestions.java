package io.tidewatch.api.question;

import io.tidewatch.api.view.Answer;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.catalogue.Product;
import java.util.List;
import java.util.function.Supplier;

/** Questions about the catalogue itself. */
final class CatalogueQuestions {
  private final Supplier<Catalogue> catalogue;

  CatalogueQuestions(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  List<Question> all() {
    return List.of(
        new Question(
            "catalogue/brands",
            "Every brand with its aliases, categories and rivals.",
            List.of(),
            arguments -> new Answer.Rows(List.copyOf(catalogue.get().brands()))),
        new Question(
            "catalogue/products",
            "Products, of one brand when it is named.",
            List.of(Param.optional("brand", "A brand by id, name or alias.", "雅诗兰黛")),
            this::products),
        new Question(
            "catalogue/categories",
            "Every category.",
            List.of(),
            arguments -> new Answer.Rows(List.copyOf(catalogue.get().categories()))),
        new Question(
            "catalogue/resolve",
            "What a name stands for.",
            List.of(Param.argument("name", "An id, name or alias.", "尔克")),
            this::resolve));
  }

  private Answer products(Arguments arguments) {
    String brand = arguments.brand("brand", catalogue.get());
    List<Product> products = catalogue.get().products().stream()
        .filter(product -> brand == null || product.brandId().equals(brand))
        .toList();
    return new Answer.Rows(products);
  }

  private Answer resolve(Arguments arguments) {
    Catalogue current = catalogue.get();
    String id = Arguments.resolve("name", arguments.required("name"), null, current);
    EntityKind kind = current.brand(id).isPresent() ? EntityKind.BRAND : EntityKind.PRODUCT;
    return new Answer.One(new Named(id, current.nameOf(id), kind));
  }

  /** An entity by its name. */
  record Named(String id, String name, EntityKind kind) {}
}
