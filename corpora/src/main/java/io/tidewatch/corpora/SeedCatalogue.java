package io.tidewatch.corpora;

import io.tidewatch.model.catalogue.AliasRule;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the seed catalogue: categories, brands, products and the rules of ambiguous aliases.
 * References between the files are checked.
 */
public final class SeedCatalogue {
  private static final List<String> GROUPS = List.of("a", "b", "c");

  private final CorpusFiles files;

  private SeedCatalogue(CorpusFiles files) {
    this.files = files;
  }

  /** The catalogue inside the product. */
  public static Catalogue shipped() {
    return read(CorpusFiles.shipped());
  }

  /**
   * Reads {@code catalogue/*.tsv} of {@code files}.
   *
   * @throws MalformedCorpusException naming file, line and rule
   */
  public static Catalogue read(CorpusFiles files) {
    return new SeedCatalogue(files).read();
  }

  private Catalogue read() {
    List<Category> categories = categories();
    var categoryIds = new HashSet<String>();
    categories.forEach(c -> categoryIds.add(c.id()));
    var brands = new ArrayList<Brand>();
    var products = new ArrayList<Product>();
    var rules = new ArrayList<AliasRule>();
    var lines = new HashMap<String, TsvTable.Row>();
    for (String group : GROUPS) {
      brands(group, categoryIds, brands, lines);
    }
    checkRivals(brands, lines);
    for (String group : GROUPS) {
      products(group, categoryIds, products, lines);
    }
    var carriers = new HashMap<String, Set<String>>();
    brands.forEach(b -> carry(carriers, b.id(), b.name(), b.aliases()));
    products.forEach(p -> carry(carriers, p.id(), p.name(), p.aliases()));
    for (String group : GROUPS) {
      rules(group, carriers, rules);
    }
    return new Catalogue(categories, brands, products, rules);
  }

  private List<Category> categories() {
    return files
        .table("catalogue/categories.tsv", "id", "name", "nameEn", "parent", "standard")
        .rows()
        .stream()
        .map(row -> new Category(
            row.required("id"),
            row.required("name"),
            row.required("nameEn"),
            row.text("parent").isEmpty() ? null : row.text("parent"),
            row.oneOf("standard", List.of("true", "false")).equals("true")))
        .toList();
  }

  private void brands(
      String group, Set<String> categoryIds, List<Brand> into, Map<String, TsvTable.Row> lines) {
    String file = "catalogue/brands-" + group + ".tsv";
    for (var row :
        files.table(file, "id", "name", "aliases", "categories", "rivals").rows()) {
      String id = row.required("id");
      unique(id, row, lines);
      List<String> own = row.items("categories");
      if (own.isEmpty() || !categoryIds.containsAll(own)) {
        throw row.malformed("categories must be ids of categories.tsv");
      }
      into.add(new Brand(id, row.required("name"), row.items("aliases"), own, row.items("rivals")));
    }
  }

  private static void checkRivals(List<Brand> brands, Map<String, TsvTable.Row> lines) {
    for (Brand brand : brands) {
      for (String rival : brand.rivals()) {
        TsvTable.Row row = lines.get(brand.id());
        if (row != null && (!lines.containsKey(rival) || rival.equals(brand.id()))) {
          throw row.malformed("rivals must be ids of other brands, " + rival + " is none");
        }
      }
    }
  }

  private void products(
      String group, Set<String> categoryIds, List<Product> into, Map<String, TsvTable.Row> lines) {
    String file = "catalogue/products-" + group + ".tsv";
    var brandIds = Set.copyOf(lines.keySet());
    for (var row : files
        .table(file, "id", "name", "brandId", "categoryId", "price", "aliases")
        .rows()) {
      String id = row.required("id");
      unique(id, row, lines);
      if (!brandIds.contains(row.required("brandId"))) {
        throw row.malformed("brandId must be the id of a brand");
      }
      if (!categoryIds.contains(row.required("categoryId"))) {
        throw row.malformed("categoryId must be an id of categories.tsv");
      }
      String price = row.text("price");
      into.add(new Product(
          id,
          row.required("name"),
          row.required("brandId"),
          row.required("categoryId"),
          price.isEmpty() ? null : BigDecimal.valueOf(row.number("price", 0, 1e8)),
          row.items("aliases")));
    }
  }

  private void rules(String group, Map<String, Set<String>> carriers, List<AliasRule> into) {
    String file = "catalogue/ambiguous-" + group + ".tsv";
    for (var row : files
        .table(file, "alias", "entityId", "default", "support", "against", "note")
        .rows()) {
      String alias = row.required("alias");
      String entity = row.required("entityId");
      if (!carriers.getOrDefault(Catalogue.fold(alias), Set.of()).contains(entity)) {
        throw row.malformed("alias must be the name or an alias of the entity");
      }
      into.add(new AliasRule(
          alias,
          entity,
          row.oneOf("default", List.of("link", "reject")).equals("link"),
          row.items("support"),
          row.items("against")));
    }
  }

  private static void carry(
      Map<String, Set<String>> carriers, String id, String name, List<String> aliases) {
    carriers.computeIfAbsent(Catalogue.fold(name), n -> new HashSet<>()).add(id);
    aliases.forEach(
        a -> carriers.computeIfAbsent(Catalogue.fold(a), n -> new HashSet<>()).add(id));
  }

  private static void unique(String id, TsvTable.Row row, Map<String, TsvTable.Row> lines) {
    TsvTable.Row other = lines.putIfAbsent(id, row);
    if (other != null) {
      throw row.malformed("id must be unique, also in " + other.file() + ":" + other.line());
    }
  }
}
