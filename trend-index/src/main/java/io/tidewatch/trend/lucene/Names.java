package io.tidewatch.trend.lucene;

import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.IndexTerm;
import io.tidewatch.trend.engine.Columns;
import java.util.Locale;
import org.apache.lucene.util.BytesRef;

/** Names of index fields and the form in which values stand in them. */
final class Names {
  /**
   * Kind of index entry: {@link #DOCUMENT}, {@link #TOMBSTONE}, {@link #COVERAGE} or {@link
   * #SEALED}.
   */
  static final String ENTRY = "entry";

  static final String DOCUMENT = "d";
  static final String TOMBSTONE = "x";
  static final String COVERAGE = "c";
  static final String SEALED = "s";

  /** The source of a seal. */
  static final String SEAL = "seal";

  /** source/id, as doc value. */
  static final String KEY = "key";

  /** A key as a term that begins with its id, see {@link #entry(DocumentKey)}. */
  static final String ID = "id";

  /** publishedAt in microseconds, as point and doc value; the index is sorted by it. */
  static final String AT = "at";

  /** The whole {@link io.tidewatch.trend.DocumentState} as bytes. */
  static final String BODY = "body";

  /** Single characters and words, with positions. */
  static final String CHARS = "chars";

  /** Each two neighbouring tokens, overlapping, without positions. */
  static final String PAIRS = "pairs";

  /** Content hashes that the key has held. */
  static final String SEEN = "seen";

  private static final char SEPARATOR = '\u0000';

  private Names() {}

  /** The field that holds the values of a field. */
  static String of(Field field) {
    return "f." + field.label();
  }

  /** The doc values of a number. */
  static String of(Columns.Measure measure) {
    return "n." + measure.name().toLowerCase(Locale.ROOT);
  }

  /** The term of {@link #ID} for a key. */
  static BytesRef entry(DocumentKey key) {
    return new BytesRef(idPrefix(key.id()) + IndexTerm.of(key.source()));
  }

  /** What the terms of {@link #ID} of one id begin with. */
  static String idPrefix(String id) {
    return IndexTerm.of(id) + SEPARATOR;
  }

  /** A value as an index term. */
  static BytesRef term(String value) {
    return new BytesRef(IndexTerm.of(value));
  }
}
