package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.nlp.text.TextNormalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds comparisons of two named entities and who wins. Immutable. */
final class ComparisonReader {
  private static final char FIRST_SLOT = '\uE000';
  private static final String SLOT = "([\uE000-\uE3FF])";
  private static final int MOST_NAMES = 64;
  private static final List<String> LACKING = List.of("没有", "没");

  private record Compiled(
      Pattern pattern,
      String infix,
      boolean subjectFirst,
      Lexicons.Winner winner,
      boolean lacking,
      int literals) {}

  /**
   * One comparison.
   *
   * @param subject index of the name A
   * @param object index of the name B
   * @param score of A against B, -1 to 1; 0 for a tie
   * @param opinion what decided it, when it was an adjective
   */
  record Comparison(
      int subject, int object, double score, @Nullable Opinion opinion) {}

  private final List<Compiled> patterns;

  ComparisonReader(List<Lexicons.Comparison> comparisons, TextNormalizer normalizer) {
    patterns = comparisons.stream()
        .map(c -> compile(c, normalizer))
        .sorted(Comparator.comparingInt(Compiled::literals).reversed())
        .toList();
  }

  private static Compiled compile(Lexicons.Comparison comparison, TextNormalizer normalizer) {
    String pattern = comparison.pattern();
    int a = pattern.indexOf('A');
    int b = pattern.indexOf('B');
    int first = Math.min(a, b);
    int second = Math.max(a, b);
    String prefix = normalizer.fold(pattern.substring(0, first));
    String infix = normalizer.fold(pattern.substring(first + 1, second));
    String suffix = normalizer.fold(pattern.substring(second + 1));
    var regex = new StringBuilder();
    if (!prefix.isEmpty()) {
      regex.append(Pattern.quote(prefix)).append("[^。!?\\n\uE000-\uE3FF]{0,4}?");
    }
    regex.append(SLOT);
    regex.append("[^。!?\\n\uE000-\uE3FF]{0,12}?").append(Pattern.quote(infix));
    regex.append("[^。!?,\\n\uE000-\uE3FF]{0,6}?").append(SLOT);
    if (!suffix.isEmpty()) {
      regex.append("[^。!?,\\n\uE000-\uE3FF]{0,6}?").append(Pattern.quote(suffix));
    }
    return new Compiled(
        Pattern.compile(regex.toString()),
        infix,
        a < b,
        comparison.winner(),
        a < b && LACKING.contains(infix) && suffix.isEmpty(),
        prefix.length() + infix.length() + suffix.length());
  }

  /** Comparisons between names in the author's own words, each pair once. */
  List<Comparison> read(Reading reading) {
    List<Linked> names = reading.names();
    if (names.size() < 2) {
      return List.of();
    }
    String masked = mask(reading);
    if (masked.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Comparison>();
    for (Compiled compiled : patterns) {
      if (!masked.contains(compiled.infix())) {
        continue;
      }
      Matcher matcher = compiled.pattern().matcher(masked);
      int from = 0;
      while (from < masked.length() && matcher.find(from)) {
        int one = matcher.group(1).charAt(0) - FIRST_SLOT;
        int two = matcher.group(2).charAt(0) - FIRST_SLOT;
        int subject = compiled.subjectFirst() ? one : two;
        int object = compiled.subjectFirst() ? two : one;
        if (found.stream().noneMatch(c -> same(c, subject, object))) {
          Comparison c = judge(reading, compiled, subject, object, names.get(Math.max(one, two)));
          if (c != null) {
            found.add(c);
          }
        }
        from = matcher.start(2);
      }
    }
    return found;
  }

  private static boolean same(Comparison c, int subject, int object) {
    return (c.subject() == subject && c.object() == object)
        || (c.subject() == object && c.object() == subject);
  }

  private static @Nullable Comparison judge(
      Reading reading, Compiled compiled, int subject, int object, Linked last) {
    Opinion opinion = after(reading, last);
    double score = opinion == null ? Double.NaN : opinion.score();
    return switch (compiled.winner()) {
      case SUBJECT -> new Comparison(subject, object, 0.7, null);
      case TIE -> new Comparison(subject, object, 0, null);
      case ADJECTIVE ->
        Double.isNaN(score) ? null : new Comparison(subject, object, score, opinion);
      case OBJECT -> {
        if (compiled.lacking()) {
          double plain = opinion == null ? Double.NaN : opinion.unturned();
          yield Double.isNaN(plain) ? null : new Comparison(subject, object, -plain, opinion);
        }
        boolean turned =
            !Double.isNaN(score) && score < 0 && opinion != null && opinion.start - last.end() <= 3;
        yield new Comparison(subject, object, turned ? 0.5 : -0.7, turned ? opinion : null);
      }
    };
  }

  /** The first opinion after the second name, in its clause. */
  private static @Nullable Opinion after(Reading reading, Linked last) {
    int clause = Clause.at(reading.clauses(), last.start());
    for (Opinion o : reading.opinions()) {
      if (o.hit.start() >= last.end()) {
        return o.clause == clause && !Double.isNaN(o.score()) ? o : null;
      }
    }
    return null;
  }

  private static String mask(Reading reading) {
    var out = new StringBuilder();
    int at = 0;
    int counted = 0;
    List<Linked> names = reading.names();
    for (int i = 0; i < names.size() && i < MOST_NAMES; i++) {
      Linked name = names.get(i);
      if (reading.aside(name) || reading.nested(i) || name.start() < at) {
        continue;
      }
      out.append(reading.text().chars(), at, name.start() - at);
      out.append((char) (FIRST_SLOT + i));
      at = name.end();
      counted++;
    }
    if (counted < 2) {
      return "";
    }
    out.append(reading.text().chars(), at, reading.end() - at);
    return out.toString();
  }
}
