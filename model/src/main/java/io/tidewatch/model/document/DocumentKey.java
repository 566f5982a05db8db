package io.tidewatch.model.document;

/** A document's identity: its source and the id it has there. */
public record DocumentKey(String source, String id) implements Comparable<DocumentKey> {

  /** Reads what {@link #toString} writes. A source holds no slash. */
  public static DocumentKey parse(String key) {
    int slash = key.indexOf('/');
    if (slash <= 0 || slash == key.length() - 1) {
      throw new IllegalArgumentException("key: source/id is required, got " + key);
    }
    return new DocumentKey(key.substring(0, slash), key.substring(slash + 1));
  }

  @Override
  public int compareTo(DocumentKey other) {
    int bySource = source.compareTo(other.source);
    return bySource != 0 ? bySource : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return source + "/" + id;
  }
}
