package io.tidewatch.trend.lucene;

import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.trend.Field;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Names of index fields and the form in which values stand in them. */
final class Names {
  /** Kind of index entry: {@link #DOCUMENT}, {@link #TOMBSTONE} or {@link #COVERAGE}. */
  static final String ENTRY = "entry";

  static final String DOCUMENT = "d";
  static final String TOMBSTONE = "x";
  static final String COVERAGE = "c";

  /** source/id, as term and doc value. */
  static final String KEY = "key";

  static final String ID = "id";

  /** publishedAt in microseconds, as point and doc value; the index is sorted by it. */
  static final String AT = "at";

  static final String RECEIVED = "received";

  /** The whole {@link io.tidewatch.trend.DocumentState} as bytes. */
  static final String BODY = "body";

  /** Single characters and words, without positions. */
  static final String CHARS = "chars";

  /** Each two neighbouring tokens, overlapping, with positions. */
  static final String PAIRS = "pairs";

  /** Content hashes that the key has held. */
  static final String SEEN = "seen";

  /** 64-bit hash of the unit key. */
  static final String UNIT = "unit";

  /** Ordinal of the counting unit. */
  static final String UNIT_KIND = "unitKind";

  /** 64-bit hash of the normalised text. */
  static final String WORDING = "wording";

  static final String ENGAGEMENT = "engagement";

  /** 1 for advertisements. */
  static final String ADVERTISEMENT = "ad";

  static final String SURFACE = "surface";

  /** Brands named directly; {@link Field#BRAND} holds all. */
  static final String DIRECT = "direct";

  static final String TERM = "term";

  /** Names outside the catalogue, as terms and doc values. */
  static final String UNLINKED = "unlinked";

  /** Ordinal of the polarity, as doc value. */
  static final String POLARITY = "polarity";

  static final String SUSPECTED = "suspected";
  static final String TRUSTED = "none";

  static final String AWAITS_DEEP = "deep";
  static final String DICTIONARY = "dictionary";

  /** Longest value that stands in a field as it is, in UTF-8 bytes. */
  private static final int MAX_BYTES = 1000;

  private Names() {}

  /** The field that holds the values of a search field. */
  static String of(Field field) {
    return "f." + field.label();
  }

  /** The field whose keys are counted. */
  static String of(KeyKind kind) {
    return switch (kind) {
      case BRAND -> of(Field.BRAND);
      case PRODUCT -> of(Field.PRODUCT);
      case ASPECT -> of(Field.ASPECT);
      case HASHTAG -> of(Field.HASHTAG);
      case TERM -> TERM;
    };
  }

  /** A value as an index term: very long ones are cut and told apart by a hash. */
  static BytesRef term(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    if (utf8.length <= MAX_BYTES) {
      return new BytesRef(utf8);
    }
    String tail = Long.toHexString(hash(value));
    return new BytesRef(value.substring(0, MAX_BYTES / 4) + tail);
  }

  static long hash(String value) {
    return StringHelper.murmurhash3_x64_128(new BytesRef(value))[0];
  }

  static long micros(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1000);
  }

  /** The first microsecond at or after an instant. */
  static long microsUp(Instant at) {
    return micros(at.plusNanos(999));
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L),
        TimeUnit.MICROSECONDS.toNanos(Math.floorMod(micros, 1_000_000L)));
  }
}
