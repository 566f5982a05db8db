package io.tidewatch.keywords.eval;

import io.tidewatch.keywords.formula.KeywordLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A word where the table is far from the truth.
 *
 * @param what {@code E}, or {@code label of BRAND}
 * @param said what the table says
 * @param truth what is true
 * @param expectedOrders by the truth, of all spellings
 * @param why what stands out: machines, few orders, another spelling, orders of other searches
 */
public record LostWord(
    String data,
    String keyword,
    String category,
    String what,
    String said,
    String truth,
    long orders,
    double expectedOrders,
    String why) {

  private static final long FEW = 60;

  /** The words with the largest errors of E, and the wrong labels with most orders, half each. */
  static List<LostWord> of(String data, List<JudgedWord> words, int losing) {
    List<JudgedWord> judged = words.stream().filter(w -> w.word().E() != null).toList();
    var lost = new ArrayList<LostWord>();
    judged.stream()
        .sorted(Comparator.comparingDouble((JudgedWord w) -> -Math.abs(error(w)))
            .thenComparing(w -> w.word().keyword()))
        .limit((losing + 1) / 2)
        .forEach(w -> lost.add(lost(
            data, w, "E", number(Objects.requireNonNull(w.word().E())), number(w.trueEntropy()))));
    judged.stream()
        .sorted(Comparator.comparingLong((JudgedWord w) -> -w.word().orders())
            .thenComparing(w -> w.word().keyword()))
        .forEach(w -> w.rivals().forEach((brand, side) -> {
          var truth = LabelTrial.limit(w, brand);
          boolean decided = side.label() != KeywordLabel.INSUFFICIENT
              && side.label() != KeywordLabel.OPEN_NEUTRAL;
          if (decided && side.label() != truth && lost.size() < losing) {
            lost.add(lost(data, w, "label of " + brand, side.label().name(), truth.name()));
          }
        }));
    return lost;
  }

  private static LostWord lost(
      String data, JudgedWord word, String what, String said, String truth) {
    double expected = word.truth().allOrders();
    return new LostWord(
        data,
        word.word().keyword(),
        word.word().category(),
        what,
        said,
        truth,
        word.word().orders(),
        Math.round(expected * 10) / 10.0,
        why(word));
  }

  private static String why(JudgedWord word) {
    var why = new ArrayList<String>();
    TrueWord truth = word.truth();
    if (truth.botSearches() > truth.searches()) {
      why.add("machines make most searches");
    }
    if (word.word().orders() < FEW) {
      why.add("few orders");
    }
    if (!word.word().keyword().equals(truth.keyword())) {
      why.add("a spelling of " + truth.keyword());
    }
    double expected = truth.allOrders();
    if (word.word().orders() > expected + 3 * Math.sqrt(expected)) {
      why.add("orders of other searches");
    }
    return why.isEmpty() ? "chance" : String.join(", ", why);
  }

  private static double error(JudgedWord word) {
    return Objects.requireNonNull(word.word().E()) - word.trueEntropy();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
