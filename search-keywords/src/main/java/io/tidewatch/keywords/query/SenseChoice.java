package io.tidewatch.keywords.query;

import io.tidewatch.model.query.QueryPart;
import java.util.List;
import java.util.Optional;

/** Decides what a listed word means where it may mean several things. */
final class SenseChoice {
  private SenseChoice() {}

  /**
   * A kind of goods or an attribute wins over a product of that name, a brand over a product; a brand
   * whose name is also a common word needs one of its supporting words or another kind of goods in
   * the query.
   */
  static Sense of(Piece piece, List<Piece> all, String text) {
    List<Sense> senses = piece.senses();
    Optional<Sense> common = senses.stream().filter(s -> !s.catalogue()).findFirst();
    List<Sense> brands = of(senses, QueryPart.BRAND);
    if (common.isPresent()) {
      return brands.isEmpty() || !meant(brands.getFirst(), common.get(), piece, all, text)
          ? common.get()
          : single(brands, piece.word());
    }
    return single(brands.isEmpty() ? ofBrandsIn(senses, all) : brands, piece.word());
  }

  private static boolean meant(
      Sense brand, Sense common, Piece piece, List<Piece> all, String text) {
    String around = text.substring(0, piece.start()) + ' ' + text.substring(piece.end());
    if (brand.support().stream().anyMatch(around::contains)) {
      return true;
    }
    boolean goods = all.stream()
        .filter(p -> p.start() != piece.start())
        .flatMap(p -> p.senses().stream())
        .anyMatch(s -> s.part() == QueryPart.CATEGORY);
    return common.part() == QueryPart.CATEGORY ? goods : brand.support().isEmpty() && goods;
  }

  private static List<Sense> of(List<Sense> senses, QueryPart part) {
    return senses.stream().filter(s -> s.catalogue() && s.part() == part).toList();
  }

  /** Products of the brands that the query names, when there are any. */
  private static List<Sense> ofBrandsIn(List<Sense> senses, List<Piece> all) {
    var own = senses.stream()
        .filter(s -> all.stream()
            .flatMap(p -> p.senses().stream())
            .anyMatch(other -> other.token().equals(s.brandToken())))
        .toList();
    return own.isEmpty() ? senses : own;
  }

  /** The only one; of several, one whose token is the word, for it names none of them alone. */
  private static Sense single(List<Sense> senses, String word) {
    Sense first = senses.getFirst();
    if (senses.stream().map(Sense::token).distinct().count() == 1) {
      return first;
    }
    return new Sense(
        first.part(),
        first.reason(),
        first.part().label().charAt(0) + ":" + word,
        true,
        List.of(),
        List.of(),
        "",
        first.categoryId());
  }
}
