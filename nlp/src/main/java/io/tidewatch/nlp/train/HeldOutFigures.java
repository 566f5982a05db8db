package io.tidewatch.nlp.train;

import io.tidewatch.nlp.sentiment.SentimentModel;
import io.tidewatch.nlp.sentiment.TextEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figures of one domain on texts that trained nothing; shares from 0 to 1.
 *
 * @param texts how many
 * @param withoutEmoticons accuracy when emoticons are not looked at
 * @param lexicon accuracy of the vote of lexicon words alone
 * @param decided share of texts on which the classifier does not abstain
 * @param whenDecided accuracy on those
 */
public record HeldOutFigures(
    String domain,
    int texts,
    double accuracy,
    double macroF1,
    double withoutEmoticons,
    double lexicon,
    double decided,
    double whenDecided) {

  /** Judges texts by a model and counts. Used by one thread. */
  static final class Counter {
    private static final int BINS = 10;

    private final SentimentModel model;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Tally all = new Tally();
    private final double[] confidence = new double[BINS + 1];
    private final double[] right = new double[BINS + 1];

    Counter(SentimentModel model) {
      this.model = model;
    }

    void add(TrainingText text) {
      var e = text.evidence();
      TextEvidence read = model.read(e.text(), e.wordEnds());
      double odds = model.logOdds(read, e.lexicon(), e.emoticon(), e.named());
      var faceless = new TextEvidence(read.review(), read.post(), read.postly(), read.known(), 0);
      boolean plain = model.logOdds(faceless, e.lexicon(), 0, e.named()) >= 0;
      double sure = 1 / (1 + Math.exp(-Math.abs(odds)));
      boolean said = odds >= 0;
      Tally domain = tallies.computeIfAbsent(text.text().domain(), d -> new Tally());
      for (Tally tally : List.of(domain, all)) {
        tally.add(
            text.positive(), said, plain, e.lexicon(), sure >= model.joint().threshold());
      }
      int bin = (int) ((sure - 0.5) * 2 * BINS);
      confidence[bin] += sure;
      right[bin] += said == text.positive() ? 1 : 0;
    }

    double calibrationError() {
      double error = 0;
      for (int i = 0; i <= BINS; i++) {
        error += Math.abs(confidence[i] - right[i]) / Math.max(1, all.texts());
      }
      return error;
    }

    /** By name of the domain, and last over all. */
    List<HeldOutFigures> byDomain() {
      var figures = new ArrayList<HeldOutFigures>();
      tallies.forEach((domain, tally) -> figures.add(tally.figures(domain)));
      figures.add(all.figures("all"));
      return figures;
    }
  }

  private static final class Tally {
    /** Texts by label (2 if positive) and answer (1 if positive). */
    private final int[] answers = new int[4];

    private double plain;
    private double lexicon;
    private double decided;
    private double rightDecided;

    private void add(
        boolean positive, boolean said, boolean plainSaid, double vote, boolean decides) {
      answers[(positive ? 2 : 0) + (said ? 1 : 0)]++;
      plain += plainSaid == positive ? 1 : 0;
      lexicon += vote == 0 ? 0.5 : vote > 0 == positive ? 1 : 0;
      if (decides) {
        decided++;
        rightDecided += said == positive ? 1 : 0;
      }
    }

    private int texts() {
      return answers[0] + answers[1] + answers[2] + answers[3];
    }

    private HeldOutFigures figures(String domain) {
      double n = Math.max(1, texts());
      double wrong = answers[1] + answers[2];
      double f1 = answers[0] / Math.max(1, 2 * answers[0] + wrong)
          + answers[3] / Math.max(1, 2 * answers[3] + wrong);
      return new HeldOutFigures(
          domain,
          texts(),
          (answers[0] + answers[3]) / n,
          f1,
          plain / n,
          lexicon / n,
          decided / n,
          rightDecided / Math.max(1, decided));
    }
  }
}
