package io.tidewatch.keywords.query;

import io.tidewatch.model.query.QueryPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Types what no list holds, by its ending, its shape and where it stands: kinds of goods end on few
 * characters, makers' names stand first, models behind the maker.
 */
final class ResidueRules {
  private static final int SHORTEST_NAME = 2;
  private static final int LONGEST_NAME = 5;
  /** An unlisted run up to this length is one word. */
  private static final int LONGEST_WORD = 4;
  /** How many characters of a longer run are its kind of goods. */
  private static final int GOODS = 3;

  private static final int SHORTEST_MODEL = 3;
  private static final double LEAST_LIKENESS = -1;
  /** Unlisted words on these name a shop or firm. */
  private static final List<String> SHOP_ENDINGS = List.of("店", "商行", "公司", "厂家", "集团", "牌");

  /** Unlisted words on these say how a thing is. */
  private static final String ATTRIBUTE_ENDINGS = "味色式款型版风底号用形状系";

  private final QueryVocabulary vocabulary;

  ResidueRules(QueryVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Where a piece stands.
   *
   * @param previous the typed part before it; null at the beginning
   * @param next the piece behind it; null at the end
   * @param branded whether a listed brand stands anywhere in the query
   * @param goods whether a listed kind of goods stands anywhere in the query
   */
  record Place(@Nullable Reading previous, @Nullable Piece next, boolean branded, boolean goods) {

    boolean first() {
      return previous == null;
    }

    boolean afterBrand() {
      return previous != null && previous.part() == QueryPart.BRAND;
    }

    boolean beforeGoods() {
      return next != null && next.senses().stream().anyMatch(s -> s.part() == QueryPart.CATEGORY);
    }
  }

  /** The parts of a piece that is not listed: one, or a name and the kind of goods behind it. */
  List<Reading> read(Piece piece, Place place) {
    SpecPattern pattern = piece.pattern();
    if (pattern == null) {
      return han(piece, place);
    }
    return List.of(
        switch (pattern) {
          case MEASURE, COUNT -> measure(piece, place);
          case CODE -> code(piece, place);
          case WORD -> latin(piece, place);
        });
  }

  private static Reading measure(Piece piece, Place place) {
    boolean model = place.afterBrand()
        && piece.word().length() >= SHORTEST_MODEL
        && piece.word().chars().allMatch(Character::isDigit);
    return model
        ? guessed(piece, QueryPart.PRODUCT, TypeReason.Code.PATTERN, "model")
        : guessed(piece, QueryPart.ATTRIBUTE, TypeReason.Code.PATTERN, "measure");
  }

  private static Reading code(Piece piece, Place place) {
    boolean model = place.afterBrand() || piece.word().length() >= SHORTEST_MODEL;
    return guessed(
        piece,
        model ? QueryPart.PRODUCT : QueryPart.ATTRIBUTE,
        TypeReason.Code.PATTERN,
        model ? "model" : "code");
  }

  private static Reading latin(Piece piece, Place place) {
    if (piece.word().length() < SHORTEST_NAME) {
      return guessed(piece, QueryPart.ATTRIBUTE, TypeReason.Code.PATTERN, "letter");
    }
    return place.branded()
        ? guessed(piece, QueryPart.PRODUCT, TypeReason.Code.POSITION, "latin beside a brand")
        : guessed(piece, QueryPart.BRAND, TypeReason.Code.POSITION, "latin");
  }

  private List<Reading> han(Piece piece, Place place) {
    String word = piece.word();
    if (word.length() > 1 && ATTRIBUTE_ENDINGS.indexOf(word.charAt(word.length() - 1)) >= 0) {
      return List.of(guessed(
          piece, QueryPart.ATTRIBUTE, TypeReason.Code.SUFFIX, word.substring(word.length() - 1)));
    }
    for (String ending : SHOP_ENDINGS) {
      if (word.length() > ending.length() && word.endsWith(ending)) {
        return List.of(guessed(piece, QueryPart.BRAND, TypeReason.Code.SUFFIX, ending));
      }
    }
    String head = vocabulary.headOf(word);
    if (!head.isEmpty() && !place.beforeGoods() && (word.length() > 1 || !place.first())) {
      return goods(piece, head, place);
    }
    return List.of(name(piece, place, word.length()));
  }

  private List<Reading> goods(Piece piece, String head, Place place) {
    String word = piece.word();
    int length = word.length();
    int own = Math.max(GOODS, head.length());
    if (length <= LONGEST_WORD || !place.first() || length - own > LONGEST_NAME) {
      return List.of(guessed(piece, QueryPart.CATEGORY, TypeReason.Code.SUFFIX, head));
    }
    int cut = length - own;
    return List.of(
        Reading.guessed(
            piece.start(),
            word.substring(0, cut),
            QueryPart.BRAND,
            TypeReason.Code.POSITION,
            "before a kind of goods"),
        Reading.guessed(
            piece.start() + cut,
            word.substring(cut),
            QueryPart.CATEGORY,
            TypeReason.Code.SUFFIX,
            head));
  }

  private Reading name(Piece piece, Place place, int length) {
    if (length < SHORTEST_NAME || length > LONGEST_NAME) {
      return guessed(piece, QueryPart.OTHER, TypeReason.Code.UNKNOWN, "");
    }
    double likeness = vocabulary.likeness().of(piece.word());
    boolean named = likeness >= LEAST_LIKENESS;
    if (place.first() && place.next() == null) {
      return named
          ? guessed(piece, QueryPart.BRAND, TypeReason.Code.POSITION, "alone, like a name")
          : guessed(piece, QueryPart.CATEGORY, TypeReason.Code.POSITION, "alone, unlike a name");
    }
    if (place.afterBrand() && named) {
      return guessed(piece, QueryPart.PRODUCT, TypeReason.Code.POSITION, "behind a brand");
    }
    boolean edge = place.first() || (!place.branded() && place.next() == null && place.goods());
    return edge && named
        ? guessed(
            piece, QueryPart.BRAND, TypeReason.Code.POSITION, place.first() ? "first" : "last")
        : guessed(piece, QueryPart.ATTRIBUTE, TypeReason.Code.POSITION, "beside listed words");
  }

  private static Reading guessed(Piece piece, QueryPart part, TypeReason.Code code, String detail) {
    return new Reading(
        piece.start(),
        piece.end(),
        piece.word(),
        part,
        new TypeReason(code, detail),
        "u:" + piece.word(),
        "",
        "",
        false);
  }
}
