package io.tidewatch.trend;

import io.tidewatch.model.trend.KeyKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A field that documents are found by; those from {@link #DIRECT} on are not part of queries. */
public enum Field {
  TEXT,
  BRAND,
  PRODUCT,
  ASPECT,
  HASHTAG,
  SOURCE,
  AUTHOR,
  SENTIMENT,
  INTENT,
  KIND,
  CATEGORY,
  SPAM,
  /** Holds {@link #ANY} where a picture or video is there, {@link #CAPTIONED} where one is told. */
  MEDIA,
  /** publishedAt; takes a range. */
  AT,
  /** See {@link DocumentKeys#engagement}; takes a range. */
  ENGAGEMENT,
  /** Brands named by their own name; {@link #BRAND} holds all. */
  DIRECT,
  /** Content words. */
  TERM,
  /** Names outside the catalogue, see {@link DocumentKeys#unlinked}. */
  UNLINKED,
  /** How entities and aspects were written, see {@link DocumentKeys#surface}. */
  SURFACE,
  /** Dictionary version of the annotation. */
  DICTIONARY,
  /** Holds {@link #WAITING} while the deep lane should still read the document. */
  DEEP;

  /** The value of {@link #SPAM} for suspected spam. */
  public static final String SUSPECTED = "suspected";

  /** The value of {@link #SPAM} for all other documents. */
  public static final String TRUSTED = "none";

  /** A value of {@link #MEDIA}. */
  public static final String ANY = "any";

  /** A value of {@link #MEDIA}. */
  public static final String CAPTIONED = "captioned";

  /** The value of {@link #DEEP}. */
  public static final String WAITING = "1";

  /** The field whose keys are counted. */
  public static Field of(KeyKind kind) {
    return switch (kind) {
      case BRAND -> BRAND;
      case PRODUCT -> PRODUCT;
      case ASPECT -> ASPECT;
      case HASHTAG -> HASHTAG;
      case TERM -> TERM;
    };
  }

  /** The name used in queries. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether queries may name it. */
  boolean searchable() {
    return compareTo(DIRECT) < 0;
  }

  static Optional<Field> find(String label) {
    return Arrays.stream(values())
        .filter(f -> f.searchable() && f.name().equalsIgnoreCase(label))
        .findFirst();
  }

  static String labels() {
    return Arrays.stream(values())
        .filter(Field::searchable)
        .map(Field::label)
        .collect(Collectors.joining(", "));
  }
}
