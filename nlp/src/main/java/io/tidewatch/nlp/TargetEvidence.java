package io.tidewatch.nlp;

import io.tidewatch.nlp.sentiment.SentimentModel;

/** What rules and the document classifier say of one target. Immutable. */
final class TargetEvidence {
  /** How many values there are of a target. */
  static final int SIZE = 12;

  private static final double REACH = 12;
  private static final double CLOSE = 6;

  private final SentimentModel model;

  TargetEvidence(SentimentModel model) {
    this.model = model;
  }

  /**
   * The evidence of one target: log-odds of the clause and the text, opinions near and in the
   * clause, what the clauses before and behind say, the same where a contrast stands between, what
   * negations turned, the {@link Tone} of clause and text, and the part in a comparison.
   */
  static final class Of {
    private final double[] values;
    private final boolean equal;
    private final boolean judged;

    private Of(double[] values, boolean equal, boolean judged) {
      this.values = values;
      this.equal = equal;
      this.judged = judged;
    }

    /** {@link #SIZE} values, not to be written. */
    double[] values() {
      return values;
    }

    /** The text says that the target equals something. */
    boolean equal() {
      return equal;
    }

    /** An opinion or a comparison is about it. */
    boolean judged() {
      return judged;
    }

    /** The part in a comparison, -1 to 1; 0 without one. */
    double role() {
      return values[SIZE - 1];
    }
  }

  /** {@code whole} is the document classifier's score of the text. */
  Of read(Reading reading, int from, int to, double whole, Tone tone) {
    int at = Clause.at(reading.clauses(), from);
    Clause clause = reading.clauses().get(at);
    double near = 0;
    double same = 0;
    double flipped = 0;
    boolean judged = false;
    for (Opinion opinion : reading.opinions()) {
      double score = tone.heard(opinion);
      if (Double.isNaN(score)) {
        continue;
      }
      int gap = opinion.start >= to ? opinion.start - to : Math.max(0, from - opinion.end);
      near += score * Math.exp(-gap / REACH);
      if (opinion.clause == at) {
        same += score * Math.exp(-gap / CLOSE);
        flipped += opinion.factor < 0 ? score : 0;
        judged = true;
      }
    }
    double before = at == 0 ? 0 : said(reading, tone, at - 1);
    double behind = at + 1 >= reading.clauses().size() ? 0 : said(reading, tone, at + 1);
    boolean turnedHere = clause.contrasted();
    boolean turnedNext = clause.conceded()
        || (at + 1 < reading.clauses().size() && reading.clauses().get(at + 1).contrasted());
    double role = Contest.of(reading, from, to);
    boolean compared = !Double.isNaN(role);
    return new Of(
        new double[] {
          model.ngramScore(reading.text(), clause.start(), clause.end()),
          whole,
          Math.tanh(near),
          Math.tanh(1.5 * same),
          turnedHere ? 0 : before,
          turnedNext ? 0 : behind,
          turnedHere ? before : 0,
          turnedNext ? behind : 0,
          Math.tanh(2 * flipped),
          tone.of(at),
          tone.whole(),
          compared ? role : 0
        },
        compared && role == 0,
        judged || compared);
  }

  /** What a clause says by words and classifier, -1 to 1. */
  private double said(Reading reading, Tone tone, int at) {
    double sum = 0;
    for (Opinion opinion : reading.opinions()) {
      if (opinion.clause == at) {
        double score = tone.heard(opinion);
        sum += Double.isNaN(score) ? 0 : score;
      }
    }
    Clause clause = reading.clauses().get(at);
    return Math.tanh(sum + 0.5 * model.ngramScore(reading.text(), clause.start(), clause.end()));
  }
}
