package io.tidewatch.keywords.query;

import io.tidewatch.model.query.QueryPart;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether one query is another with a slip: they differ in one character that sounds alike or one
 * letter; the character tells no sizes, numbers, people, sides or negations apart; where it stands, the
 * frequent query has a listed word and the rare one has none; the rare one is much rarer, and what was
 * clicked, where it is known, does not speak against it.
 */
final class TypoRule {
  private static final String PROTECTED =
      "一二两三四五六七八九十百千万单双半男女他她它公母童左右前后上下大小中长短高低厚薄宽窄" + "加减有无不非免没全半真假裤裙黑白红绿蓝黄紫灰粉春夏秋冬内外父母爸妈";
  private static final double RARER = 3;
  private static final double RARER_SHORT = 200;
  private static final int FIRM_WORD = 3;
  private static final long CLICKS = 3;
  private static final double ALIKE = 0.3;

  private final QueryTyper typer;
  private final QueryVocabulary vocabulary;

  TypoRule(QueryTyper typer, QueryVocabulary vocabulary) {
    this.typer = typer;
    this.vocabulary = vocabulary;
  }

  /** What is known of a query. */
  record Candidate(String key, List<String> sounds, long count, Map<String, Long> clicks) {}

  boolean slip(Candidate rare, Candidate usual) {
    if (rare.count() > usual.count() || vocabulary.lists(rare.key())) {
      return false;
    }
    int at = firstDifference(rare.key(), usual.key());
    boolean han = soundsAlike(rare, usual, at);
    if (!han && !oneLetter(rare.key(), usual.key(), at)) {
      return false;
    }
    Reading meant = covering(usual.key(), at);
    if (meant == null || !meant.listed() || tiled(rare.key(), meant, at)) {
      return false;
    }
    boolean named = meant.part() == QueryPart.BRAND || meant.part() == QueryPart.PRODUCT;
    boolean alike = alike(rare.clicks(), usual.clicks());
    if (!alike && known(rare.clicks()) && known(usual.clicks())) {
      return false;
    }
    if (!han && !named) {
      return false;
    }
    if (meant.word().length() < FIRM_WORD && !named) {
      return meant.word().length() > 1 && (usual.count() >= RARER_SHORT * rare.count() || alike);
    }
    boolean counted = usual.count() > 1;
    return meant.reason().code() != TypeReason.Code.STATISTICS
        && (!counted || alike || usual.count() >= RARER * rare.count());
  }

  /** Whether listed words of two characters or more fill the place of {@code meant}. */
  private boolean tiled(String key, Reading meant, int at) {
    boolean filled = true;
    for (Reading reading : typer.read(key)) {
      boolean inside = reading.start() < meant.end() && reading.end() > meant.start();
      filled &= !inside || (reading.listed() && reading.word().length() > 1);
    }
    return filled && at < key.length();
  }

  private static int firstDifference(String a, String b) {
    int at = 0;
    while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }

  private static boolean soundsAlike(Candidate a, Candidate b, int at) {
    String x = a.key();
    String y = b.key();
    return x.length() == y.length()
        && at < x.length()
        && x.regionMatches(at + 1, y, at + 1, x.length() - at - 1)
        && QueryNormalizer.han(x.charAt(at))
        && QueryNormalizer.han(y.charAt(at))
        && PROTECTED.indexOf(x.charAt(at)) < 0
        && PROTECTED.indexOf(y.charAt(at)) < 0
        && a.sounds().get(at).equals(b.sounds().get(at));
  }

  /** One letter more, less or other, or two neighbours exchanged. */
  private static boolean oneLetter(String a, String b, int at) {
    boolean letters = at > 0
        && QueryNormalizer.letter(a.charAt(at - 1))
        && letterOrEnd(a, at)
        && letterOrEnd(b, at);
    if (!letters) {
      return false;
    }
    boolean other = a.length() == b.length() && tail(a, at + 1).equals(tail(b, at + 1));
    boolean more = a.length() == b.length() + 1 && tail(a, at + 1).equals(tail(b, at));
    boolean less = a.length() + 1 == b.length() && tail(a, at).equals(tail(b, at + 1));
    boolean exchanged = a.length() == b.length()
        && at + 1 < a.length()
        && a.charAt(at) == b.charAt(at + 1)
        && a.charAt(at + 1) == b.charAt(at)
        && tail(a, at + 2).equals(tail(b, at + 2));
    return other || more || less || exchanged;
  }

  private static String tail(String text, int from) {
    return text.substring(Math.min(from, text.length()));
  }

  private static boolean letterOrEnd(String text, int at) {
    return at >= text.length() || !QueryNormalizer.digit(text.charAt(at));
  }

  private @Nullable Reading covering(String key, int at) {
    for (Reading reading : typer.read(key)) {
      if (reading.start() <= at && at < reading.end()) {
        return reading;
      }
    }
    return null;
  }

  private static boolean known(Map<String, Long> clicks) {
    return clicks.values().stream().mapToLong(Long::longValue).sum() >= CLICKS;
  }

  /** Whether the same things were clicked: the cosine of the clicks. */
  private static boolean alike(Map<String, Long> a, Map<String, Long> b) {
    double dot = 0;
    for (var e : a.entrySet()) {
      dot += e.getValue() * (double) b.getOrDefault(e.getKey(), 0L);
    }
    return known(a) && known(b) && dot >= ALIKE * length(a) * length(b);
  }

  private static double length(Map<String, Long> clicks) {
    return Math.sqrt(clicks.values().stream().mapToDouble(c -> (double) c * c).sum());
  }
}
