package io.tidewatch.audience.holiday;

import io.tidewatch.audience.AudienceConfig;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.formula.BenjaminiHochberg;
import io.tidewatch.audience.formula.LogOdds;
import io.tidewatch.model.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Words that a holiday is searched by: those that hold its name, and those that rose. The rise of a
 * word is exp δ, the {@linkplain LogOdds log-odds} of typing it among who searched during the holiday
 * against who searched in as many days before; a word rose when the 5 % bound of it,
 * exp(δ − 1.645·δ/z), is above {@value #LEAST_RISE} and its p-value, adjusted for the number of words,
 * passes. Either way enough users must have typed it. Spellings count as one word.
 */
final class HolidayWords {
  private static final int MOST = 50;
  private static final double LEAST_RISE = 1.5;
  private static final double Z = 1.645;

  private final UserFacts facts;
  private final int[] heads;
  private final HolidayRun run;
  private final AudienceConfig config;
  private final int[] during;
  private final int[] before;
  private int searchers;
  private int searchersBefore;

  private HolidayWords(UserFacts facts, int[] heads, HolidayRun run, AudienceConfig config) {
    this.facts = facts;
    this.heads = heads;
    this.run = run;
    this.config = config;
    this.during = new int[heads.length];
    this.before = new int[heads.length];
  }

  /**
   * At most {@value #MOST}, those with the name first, then by the bound of the rise, the largest
   * first.
   *
   * @param facts as of the end of the holiday
   * @param heads number of its family's head by number of a word
   */
  static List<HolidayWord> of(UserFacts facts, int[] heads, HolidayRun run, AudienceConfig config) {
    var words = new HolidayWords(facts, heads, run, config);
    words.count();
    return words.found();
  }

  private void count() {
    long length = run.length().toSeconds();
    for (int user = 0; user < facts.users(); user++) {
      var typed = new BitSet();
      var typedBefore = new BitSet();
      for (int fact = facts.first(user); fact < facts.end(user); fact++) {
        if (facts.keyword(fact) != Names.NONE && facts.age(fact) <= 2 * length) {
          (facts.age(fact) <= length ? typed : typedBefore).set(heads[facts.keyword(fact)]);
        }
      }
      typed.stream().forEach(word -> during[word]++);
      typedBefore.stream().forEach(word -> before[word]++);
      searchers += typed.isEmpty() ? 0 : 1;
      searchersBefore += typedBefore.isEmpty() ? 0 : 1;
    }
  }

  private List<HolidayWord> found() {
    List<Pattern> names = run.names().stream().map(HolidayWords::pattern).toList();
    int[] tested = tested();
    List<Optional<LogOdds>> odds = Arrays.stream(tested).mapToObj(this::odds).toList();
    double[] p = BenjaminiHochberg.adjust(
        odds.stream().mapToDouble(o -> o.map(LogOdds::p).orElse(1.0)).toArray());
    var found = new ArrayList<HolidayWord>();
    for (int i = 0; i < tested.length; i++) {
      int head = tested[i];
      String word = facts.keywords().name(head);
      String plain = plain(word);
      boolean named = names.stream().anyMatch(name -> name.matcher(plain).find());
      Double rise = odds.get(i).map(o -> Math.exp(o.delta())).orElse(null);
      Double low = odds.get(i).map(HolidayWords::bound).orElse(null);
      boolean rose = low != null && low > LEAST_RISE && p[i] < config.maxP();
      if (named || rose) {
        found.add(new HolidayWord(word, during[head], before[head], rise, low, named));
      }
    }
    return found.stream()
        .sorted(Comparator.comparing(HolidayWord::named)
            .reversed()
            .thenComparing(HolidayWords::bound, Comparator.reverseOrder())
            .thenComparing(HolidayWord::word))
        .limit(MOST)
        .toList();
  }

  private static double bound(LogOdds odds) {
    return odds.delta() == 0 ? 0 : Math.exp(odds.delta() - Z * odds.delta() / odds.z());
  }

  private static double bound(HolidayWord word) {
    Double low = word.low();
    return low == null ? 0 : low;
  }

  /** Heads that enough users typed during the holiday. */
  private int[] tested() {
    return IntStream.range(0, during.length)
        .filter(head -> during[head] >= config.minUsers())
        .toArray();
  }

  /** Empty where there is nothing to compare with. */
  private Optional<LogOdds> odds(int word) {
    return Optional.ofNullable(LogOdds.of(
        during[word],
        searchers,
        during[word] + before[word],
        searchers + searchersBefore,
        config.oddsPrior()));
  }

  /** A name inside a word; a number that ends it must end there, so that 520 is not in 5200. */
  private static Pattern pattern(String name) {
    String plain = plain(name);
    String quoted = Pattern.quote(plain);
    boolean begins = Character.isDigit(plain.charAt(0));
    boolean ends = Character.isDigit(plain.charAt(plain.length() - 1));
    return Pattern.compile((begins ? "(?<!\\d)" : "") + quoted + (ends ? "(?!\\d)" : ""));
  }

  private static String plain(String text) {
    return Catalogue.fold(text).replaceAll("\\s+", "");
  }
}
