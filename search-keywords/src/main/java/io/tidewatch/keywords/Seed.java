package io.tidewatch.keywords;

import io.tidewatch.keywords.answer.Reason;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Narrows keywords to those near a seed word: they share a piece of text ({@link WordPieces}), or
 * their category is one that the seed leads to (the categories of its own rows; of a seed without
 * rows the categories of products whose name or alias holds it).
 */
final class Seed {
  private final String word;
  private final Set<String> pieces;
  private final Set<String> categories;

  private Seed(String word, Set<String> pieces, Set<String> categories) {
    this.word = word;
    this.pieces = pieces;
    this.categories = categories;
  }

  /** {@code word} is normalised. */
  static Seed of(String word, KeywordTable table, Catalogue catalogue) {
    Set<String> led = table.of(word).stream()
        .map(KeywordCell::category)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
    return new Seed(
        word,
        WordPieces.of(word),
        led.isEmpty()
            ? titled(word, catalogue).stream().map(Product::categoryId).collect(Collectors.toSet())
            : led);
  }

  /** Products whose folded name or alias holds the word. */
  static List<Product> titled(String word, Catalogue catalogue) {
    return catalogue.products().stream()
        .filter(p -> Catalogue.fold(p.name()).contains(word)
            || p.aliases().stream().anyMatch(a -> Catalogue.fold(a).contains(word)))
        .toList();
  }

  boolean matches(KeywordCell cell) {
    return sharesText(cell.keyword())
        || (cell.category() != null && categories.contains(cell.category()));
  }

  /** Whether the keyword, or one of its cells, does. */
  boolean matches(String keyword, KeywordTable table) {
    return sharesText(keyword) || table.of(keyword).stream().anyMatch(this::matches);
  }

  /** Why the cell matches. */
  Optional<Reason> reason(KeywordCell cell, OriginReasons reasons) {
    if (cell.keyword().equals(word)) {
      return Optional.empty();
    }
    if (sharesText(cell.keyword())) {
      return Optional.of(reasons.sharesText(word));
    }
    String category = cell.category();
    return category != null && categories.contains(category)
        ? Optional.of(reasons.sharesCategory(word, category))
        : Optional.empty();
  }

  private boolean sharesText(String keyword) {
    return !Collections.disjoint(pieces, WordPieces.of(keyword));
  }
}
