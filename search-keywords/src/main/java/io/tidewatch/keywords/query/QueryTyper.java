package io.tidewatch.keywords.query;

import io.tidewatch.model.query.QueryPart;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Says of each part of a query what it is and why, what the whole asks for, and its root word. Any
 * string is acceptable. A query longer than {@link #LONGEST} units in its normal form is not cut. Safe
 * from any thread.
 */
public final class QueryTyper {
  /** Units of the longest query that is cut into parts. */
  public static final int LONGEST = 120;

  private final QueryNormalizer normalizer;
  private final Segmenter segmenter;
  private final ResidueRules residue;
  private final CategoryKinds kinds;

  QueryTyper(QueryVocabulary vocabulary, QueryNormalizer normalizer) {
    this.normalizer = normalizer;
    segmenter = new Segmenter(vocabulary);
    residue = new ResidueRules(vocabulary);
    kinds = vocabulary.kinds();
  }

  /** Types a query as it was typed; an empty one, or one of signs only, has no spans. */
  public TypedQuery type(String typed) {
    NormalQuery query = normalizer.normalise(typed);
    List<Reading> readings = read(query.text());
    var spans = readings.stream()
        .map(r -> new TypedSpan(
            query.startOf(r.start()), query.endOf(r.end() - 1), r.word(), r.part(), r.reason()))
        .toList();
    return new TypedQuery(query.text(), spans, parts(readings), root(readings, query.text()));
  }

  /** The last kind of goods; without one the product, else the brand, else the text itself. */
  static String root(List<Reading> readings, String text) {
    for (QueryPart part : List.of(QueryPart.CATEGORY, QueryPart.PRODUCT, QueryPart.BRAND)) {
      for (Reading reading : readings.reversed()) {
        if (reading.part() == part) {
          return reading.listed() && part == QueryPart.CATEGORY
              ? reading.token().substring(2)
              : reading.word();
        }
      }
    }
    return text;
  }

  List<Reading> read(String text) {
    if (text.length() > LONGEST) {
      return List.of(
          Reading.guessed(0, text, QueryPart.OTHER, TypeReason.Code.UNKNOWN, "too long"));
    }
    List<Piece> pieces = segmenter.cut(text);
    var senses = new ArrayList<Sense>();
    boolean branded = false;
    boolean goods = false;
    for (Piece piece : pieces) {
      if (piece.listed()) {
        Sense sense = SenseChoice.of(piece, pieces, text);
        senses.add(sense);
        branded |= sense.part() == QueryPart.BRAND;
        goods |= sense.part() == QueryPart.CATEGORY;
      }
    }
    var readings = new ArrayList<Reading>();
    int listed = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.listed()) {
        readings.add(Reading.of(piece, senses.get(listed++)));
        continue;
      }
      var place = new ResidueRules.Place(
          readings.isEmpty() ? null : readings.getLast(),
          i + 1 < pieces.size() ? pieces.get(i + 1) : null,
          branded,
          goods);
      residue.read(piece, place).forEach(r -> join(readings, r, text));
    }
    askForGoods(readings);
    return List.copyOf(readings);
  }

  /** Who names neither maker, product nor goods asks for goods by the last word that is not listed. */
  private static void askForGoods(List<Reading> readings) {
    int last = -1;
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      switch (reading.part()) {
        case BRAND, PRODUCT, CATEGORY -> {
          return;
        }
        case ATTRIBUTE, SCENE, OTHER -> {
          boolean han = !reading.listed()
              && reading.word().length() > 1
              && QueryNormalizer.han(reading.word().charAt(0));
          last = han ? i : last;
        }
      }
    }
    if (last >= 0) {
      Reading asked = readings.get(last);
      readings.set(
          last,
          Reading.guessed(
              asked.start(),
              asked.word(),
              QueryPart.CATEGORY,
              TypeReason.Code.POSITION,
              "no other goods"));
    }
  }

  /** Adds a reading; Latin words of one unlisted name become one reading. */
  private static void join(List<Reading> readings, Reading next, String text) {
    Reading last = readings.isEmpty() ? null : readings.getLast();
    if (last != null
        && !last.listed()
        && last.part() == next.part()
        && last.reason().equals(next.reason())
        && last.reason().code() == TypeReason.Code.POSITION
        && QueryNormalizer.latin(next.word().charAt(0))
        && next.start() - last.end() <= 1) {
      readings.removeLast();
      String word = text.substring(last.start(), next.end());
      readings.add(new Reading(
          last.start(),
          next.end(),
          word,
          next.part(),
          next.reason(),
          "u:" + word.replace(" ", ""),
          "",
          "",
          false));
      return;
    }
    readings.add(next);
  }

  private Set<QueryPart> parts(List<Reading> readings) {
    var parts = EnumSet.noneOf(QueryPart.class);
    readings.forEach(r -> parts.add(r.part()));
    if (parts.contains(QueryPart.PRODUCT)) {
      parts.remove(QueryPart.BRAND);
      if (readings.stream().noneMatch(r -> beside(r, readings))) {
        parts.remove(QueryPart.CATEGORY);
      }
    }
    var core = EnumSet.copyOf(parts);
    core.removeAll(EnumSet.of(QueryPart.ATTRIBUTE, QueryPart.OTHER));
    if (!core.isEmpty()) {
      return core;
    }
    return parts.contains(QueryPart.ATTRIBUTE)
        ? EnumSet.of(QueryPart.ATTRIBUTE)
        : EnumSet.of(QueryPart.OTHER);
  }

  /** Whether {@code goods} are something else than the product that the query names. */
  private boolean beside(Reading goods, List<Reading> readings) {
    if (goods.part() != QueryPart.CATEGORY) {
      return false;
    }
    return goods.accessory()
        || readings.stream()
            .anyMatch(r -> r.part() == QueryPart.PRODUCT
                && !r.categoryId().isEmpty()
                && r.start() < goods.start()
                && !kinds.plain(r.categoryId(), goods));
  }
}
