package io.tidewatch.audience.segment;

/** How questions are written down. */
final class Words {
  private static final String PLAIN = "[^\\s()（）\"“”「」『』＂　<>=＜＞＝]+";

  private Words() {}

  static String field(String name, String value) {
    boolean plain =
        value.matches(PLAIN) || (name.equals("attribute") && value.matches(PLAIN + "=" + PLAIN));
    return name + ":" + (plain ? value : '"' + value + '"');
  }

  static String within(int days, int times) {
    return " within:" + days + "d" + (times == 1 ? "" : " times:" + times);
  }

  static String inBrackets(SegmentQuery query) {
    return switch (query) {
      case SegmentQuery.All all -> "(" + all.text() + ")";
      case SegmentQuery.Any any -> "(" + any.text() + ")";
      case SegmentQuery.Without without -> "(" + without.text() + ")";
      case SegmentQuery.Everyone plain -> plain.text();
      case SegmentQuery.InStates plain -> plain.text();
      case SegmentQuery.Carries plain -> plain.text();
      case SegmentQuery.Has plain -> plain.text();
      case SegmentQuery.Did plain -> plain.text();
      case SegmentQuery.Searched plain -> plain.text();
      case SegmentQuery.Saved plain -> plain.text();
    };
  }

  static void check(int days, int times) {
    if (days < 1 || days > SegmentQuery.MOST_DAYS) {
      throw new IllegalArgumentException(
          "within: 1d to " + SegmentQuery.MOST_DAYS + "d are required, got " + days + "d");
    }
    if (times < 1 || times > SegmentQuery.MOST_TIMES) {
      throw new IllegalArgumentException(
          "times: 1 to " + SegmentQuery.MOST_TIMES + " are required, got " + times);
    }
  }
}
