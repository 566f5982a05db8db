package io.tidewatch.api.question;

import io.tidewatch.api.view.Answer;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.trend.Candidate;
import io.tidewatch.model.trend.CandidateQuery;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Questions about the catalogue itself. */
final class CatalogueQuestions {
  private final Supplier<TrendQueries> documents;
  private final Supplier<Catalogue> catalogue;

  CatalogueQuestions(Supplier<TrendQueries> documents, Supplier<Catalogue> catalogue) {
    this.documents = documents;
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
            this::resolve),
        new Question(
            "catalogue/candidates",
            "Names that documents carry and the catalogue does not, with examples; \"catalogue add"
                + " alias\" links one.",
            List.of(
                TrendQuestions.TOP, TrendQuestions.FROM, TrendQuestions.TO, TrendQuestions.ZONE),
            this::candidates));
  }

  private Answer products(Arguments arguments) {
    String brand = arguments.brand("brand", catalogue.get());
    List<Product> products = catalogue.get().products().stream()
        .filter(product -> brand == null || product.brandId().equals(brand))
        .toList();
    return new Answer.Rows(products);
  }

  private Answer candidates(Arguments arguments) {
    Catalogue current = catalogue.get();
    return new Answer.Rows(documents
        .get()
        .candidates(new CandidateQuery(
            arguments.instant("from"),
            arguments.instant("to"),
            arguments.number("top", 20, 1, 1000)))
        .stream()
        .map(candidate -> CandidateRow.of(candidate, current))
        .toList());
  }

  private Answer resolve(Arguments arguments) {
    Catalogue current = catalogue.get();
    String id = Arguments.resolve("name", arguments.required("name"), null, current);
    EntityKind kind = current.brand(id).isPresent() ? EntityKind.BRAND : EntityKind.PRODUCT;
    return new Answer.One(new Named(id, current.nameOf(id), kind));
  }

  /** A {@link Candidate} with the name of the brand that stands beside it. */
  record CandidateRow(
      String name,
      String kind,
      List<String> surfaces,
      long documents,
      @Nullable Long authors,
      Instant firstSeen,
      @Nullable String brandId,
      @Nullable String brandName,
      List<Candidate.Example> examples) {

    static CandidateRow of(Candidate c, Catalogue catalogue) {
      String brand = c.brandId();
      return new CandidateRow(
          c.name(),
          c.kind().name().toLowerCase(Locale.ROOT),
          c.surfaces(),
          c.documents(),
          c.authors(),
          c.firstSeen(),
          brand,
          brand == null ? null : catalogue.nameOf(brand),
          c.examples());
    }
  }

  /** An entity by its name. */
  record Named(String id, String name, EntityKind kind) {}
}
