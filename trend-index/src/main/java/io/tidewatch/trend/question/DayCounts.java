package io.tidewatch.trend.question;

/**
 * What documents of one query add up to in each hour of one local day, counted from the start of
 * the day. Immutable once built.
 */
final class DayCounts {
  private static final int OVERHEAD = 96;

  /** One more than any day has, for the longest days of a zone that changes its clock. */
  static final int HOURS = 26;

  /** A day without documents. */
  static final DayCounts NONE = new DayCounts();

  private final int[] units = new int[HOURS];
  private final int[] authors = new int[HOURS];
  private final int[] documents = new int[HOURS];
  private final int[] authored = new int[HOURS];
  private final int[] positive = new int[HOURS];
  private final int[] negative = new int[HOURS];

  void addUnit(int hour) {
    units[hour]++;
  }

  void addAuthor(int hour) {
    authors[hour]++;
  }

  void addDocument(int hour, boolean byAuthor, boolean isPositive, boolean isNegative) {
    documents[hour]++;
    authored[hour] += byAuthor ? 1 : 0;
    positive[hour] += isPositive ? 1 : 0;
    negative[hour] += isNegative ? 1 : 0;
  }

  /** Units by the hour of their first document. */
  int units(int hour) {
    return units[hour];
  }

  int authors(int hour) {
    return authors[hour];
  }

  int documents(int hour) {
    return documents[hour];
  }

  /** Documents that count by authors. */
  int authored(int hour) {
    return authored[hour];
  }

  int positive(int hour) {
    return positive[hour];
  }

  int negative(int hour) {
    return negative[hour];
  }

  /** Size in memory, in bytes. */
  static int bytes() {
    return OVERHEAD + 6 * HOURS * Integer.BYTES;
  }
}
