package io.tidewatch.keywords.eval;

import io.tidewatch.keywords.query.QueryNormalizer;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.query.QueryPart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The plainest ways to do the same. */
final class QueryBaselines {
  private static final int LONGEST_NAME = 24;

  private final Map<String, QueryPart> names = new HashMap<>();

  QueryBaselines(Catalogue catalogue) {
    for (Product product : catalogue.products()) {
      name(product.name(), QueryPart.PRODUCT);
      product.aliases().forEach(a -> name(a, QueryPart.PRODUCT));
    }
    for (Brand brand : catalogue.brands()) {
      name(brand.name(), QueryPart.BRAND);
      brand.aliases().forEach(a -> name(a, QueryPart.BRAND));
    }
  }

  private void name(String name, QueryPart part) {
    names.put(name.toLowerCase(Locale.ROOT), part);
  }

  /** From the left the longest name of the catalogue, and nothing else. */
  Set<LabelledQuery.Part> aliases(String query) {
    var found = new HashSet<LabelledQuery.Part>();
    String text = query.toLowerCase(Locale.ROOT);
    int at = 0;
    while (at < text.length()) {
      int end = Math.min(text.length(), at + LONGEST_NAME);
      while (end > at && !names.containsKey(text.substring(at, end))) {
        end--;
      }
      if (end > at) {
        found.add(new LabelledQuery.Part(
            at, end, names.getOrDefault(text.substring(at, end), QueryPart.OTHER)));
      }
      at = Math.max(end, at + 1);
    }
    return found;
  }

  /** The last word, or without spaces the last two characters, is a kind of goods. */
  static Set<LabelledQuery.Part> lastWord(String query) {
    String text = query.stripTrailing();
    if (text.isEmpty()) {
      return Set.of();
    }
    int space = text.lastIndexOf(' ');
    int start = space < 0 ? Math.max(0, text.length() - 2) : space + 1;
    return Set.of(new LabelledQuery.Part(start, text.length(), QueryPart.CATEGORY));
  }

  /** The whole type of parts: a product stands for brand and kind. */
  static String type(Set<LabelledQuery.Part> parts) {
    var kinds = new TreeSet<QueryPart>();
    parts.forEach(p -> kinds.add(p.type()));
    if (kinds.contains(QueryPart.PRODUCT)) {
      kinds.remove(QueryPart.BRAND);
      kinds.remove(QueryPart.CATEGORY);
    }
    return kinds.isEmpty()
        ? QueryPart.OTHER.label()
        : kinds.stream().map(QueryPart::label).collect(Collectors.joining("+"));
  }

  /** Whether the keys are at most one insertion, deletion or replacement apart. */
  static boolean oneEdit(String a, String b, QueryNormalizer normalizer) {
    String x = normalizer.key(a);
    String y = normalizer.key(b);
    int at = 0;
    while (at < Math.min(x.length(), y.length()) && x.charAt(at) == y.charAt(at)) {
      at++;
    }
    int end = 0;
    while (end < Math.min(x.length(), y.length()) - at
        && x.charAt(x.length() - 1 - end) == y.charAt(y.length() - 1 - end)) {
      end++;
    }
    return Math.max(x.length(), y.length()) - at - end <= 1;
  }
}
