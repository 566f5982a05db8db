package io.tidewatch.trend.elastic;

import io.tidewatch.trend.Field;
import io.tidewatch.trend.IndexTerm;
import io.tidewatch.trend.engine.Columns;
import java.util.Base64;
import java.util.Locale;

/** Names of the fields of the mapping, and ids. */
final class ElasticNames {
  static final String ENTRY = "entry";
  static final String DOCUMENT = "d";
  static final String TOMBSTONE = "x";
  static final String COVERAGE = "c";
  static final String SEALED = "s";
  static final String KEY = "key";
  static final String ID = "id";

  /** publishedAt in microseconds. */
  static final String AT = "at";

  static final String SEEN = "seen";
  static final String BODY = "body";

  /** Tokens of the text with positions. */
  static final String CHARS = "chars";

  /** Each two neighbouring tokens, with positions. */
  static final String PAIRS = "pairs";

  /** Words of letters and digits, each as it is. */
  static final String WORDS = "words";

  static final String CELL = "cell";
  static final String HOURS = "hours";

  private ElasticNames() {}

  static String of(Field field) {
    return "f." + inner(field);
  }

  static String of(Columns.Measure measure) {
    return "n." + inner(measure);
  }

  static String inner(Enum<?> field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  /** The id of a key or cell: ids are short, keys need not be. */
  static String id(String value) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(IndexTerm.digest(value));
  }
}
