package io.tidewatch.keywords.query;

import io.tidewatch.model.query.QueryPart;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a query without their order. Kinds of goods keep their order among themselves, since
 * the last one is bought, and so do measures; words that point from one thing to another keep the
 * order of all. A product's brand is left out.
 */
final class FamilySignature {
  private static final Set<String> POINTING =
      Set.of("送", "给", "和", "与", "及", "vs", "同", "比", "放", "带", "配", "非", "不");
  private static final Pattern POINTING_PART = Pattern.compile("[转变换送到配代比改接非不无免]");
  /** What tells models of one product line apart. */
  private static final Pattern MODEL =
      Pattern.compile("\\d+|pro|max|plus|mini|ultra|lite|air|[一二三四五六七八九十]+代");

  private FamilySignature() {}

  /** Equal for queries of the same words; {@code key} stands for itself where order matters. */
  static String of(List<Reading> readings, String key) {
    var words = new TreeSet<String>();
    var goods = new StringBuilder();
    var measures = new StringBuilder();
    var brands = new TreeSet<String>();
    for (Reading reading : readings) {
      if (reading.word().equals("的")) {
        continue;
      }
      if (pointing(reading)) {
        return "=" + key;
      }
      if (reading.part() == QueryPart.CATEGORY) {
        goods.append('>').append(reading.token());
      } else if (reading.reason().detail().equals("measure")) {
        measures.append('>').append(reading.token());
      } else {
        words.add(token(reading));
      }
      brands.add(reading.brandToken());
    }
    words.removeAll(brands);
    return words + "|" + goods + "|" + measures;
  }

  private static boolean pointing(Reading reading) {
    return POINTING.contains(reading.word())
        || (!reading.listed() && POINTING_PART.matcher(reading.word()).find());
  }

  private static String token(Reading reading) {
    if (reading.part() != QueryPart.PRODUCT || !reading.listed()) {
      return reading.token();
    }
    var models = new TreeSet<String>();
    for (Matcher m = MODEL.matcher(reading.word()); m.find(); ) {
      models.add(m.group());
    }
    return reading.token() + models;
  }

  /** The words themselves without their order, to tell another order from another name. */
  static Set<String> words(List<Reading> readings) {
    var words = new TreeSet<String>();
    readings.forEach(r -> words.add(r.word()));
    return words;
  }
}
