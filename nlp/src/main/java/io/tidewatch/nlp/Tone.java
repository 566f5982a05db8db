package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons.ToneKind;
import io.tidewatch.nlp.sentiment.SentimentModel;
import java.util.List;

/**
 * How the words of one text are meant: praise that facts contradict, complaints of somebody who is
 * taken, doubt, wishes, and facts that judge without a judging word. Immutable once read.
 */
final class Tone {
  private static final double AGAINST = 0.3;
  private static final double STRONG = -0.2;
  /** In longer texts praise and blame stand side by side and are meant. */
  private static final int BRIEF = 60;

  private static final double CLAIMED = 0.2;
  private static final Tone PLAIN = new Tone(new double[0], 0, false, -1);

  private final double[] clauses;
  private final double whole;
  private final boolean ironic;
  /** Complaints up to this clause are not meant; -1 for none. */
  private final int mocked;

  private Tone(double[] clauses, double whole, boolean ironic, int mocked) {
    this.clauses = clauses;
    this.whole = whole;
    this.ironic = ironic;
    this.mocked = mocked;
  }

  static Tone of(Reading reading, SentimentModel model) {
    return reading.tones().isEmpty() ? PLAIN : new Draft(reading, model).tone();
  }

  /** Of one clause, -1 to 1; 0 when its words stand as they are. */
  double of(int clause) {
    return clause < clauses.length ? clauses[clause] : 0;
  }

  /** Of the text, -1 to 1; 0 when its words stand as they are. */
  double whole() {
    return whole;
  }

  /** Nothing shows that words are not meant as they stand. */
  boolean plain() {
    return clauses.length == 0;
  }

  /** The score of an opinion as it is meant. */
  double heard(Opinion opinion) {
    double score = opinion.score();
    if (ironic && score > 0) {
      return -score;
    }
    return opinion.clause <= mocked && score < 0 ? 0 : score;
  }

  private static final class Draft {
    private final Reading reading;
    private final SentimentModel model;
    private final double[] clauses;

    private Draft(Reading reading, SentimentModel model) {
      this.reading = reading;
      this.model = model;
      clauses = new double[reading.clauses().size()];
    }

    private Tone tone() {
      int irony = -1;
      int praise = -1;
      int mock = -1;
      boolean hooked = false;
      boolean flaw = false;
      double whole = 0;
      for (CueHit hit : reading.tones()) {
        int at = reading.clauseAt(hit.start());
        ToneKind kind = hit.cue().tone();
        if (kind == null) {
          continue;
        }
        switch (kind) {
          case IRONY -> irony = at;
          case PRAISE -> praise = at;
          case MOCK -> mock = Math.max(mock, at);
          case HOOKED -> hooked = true;
          case FLAW -> {
            flaw = true;
            clauses[at] = -0.6;
            whole -= 0.4;
          }
          case DOUBT -> {
            clauses[at] = -1;
            whole -= 0.8;
          }
          case WISH -> {
            clauses[at] = -0.6;
            whole -= 0.4;
          }
          case LEAD -> whole += beaten(hit, at) ? -0.5 : 0.5;
          case TRAIL -> whole -= 0.5;
          case REBUT -> {
            clauses[at] = 0.7;
            whole += 0.5;
          }
        }
      }
      boolean brief = reading.end() <= BRIEF;
      if (mock >= 0 && brief && (hooked || praised(mock))) {
        return filled(0.8, 1, false, mock);
      }
      boolean turned = reading.clauses().stream().anyMatch(c -> c.contrasted() || c.conceded());
      if (irony >= 0 && brief && (flaw || against(irony, AGAINST))) {
        return filled(-0.8, -1, true, -1);
      }
      if (praise >= 0
          && brief
          && !turned
          && (flaw || against(praise, STRONG))
          && !praisedBeside(praise)) {
        return filled(-0.6, -0.8, true, -1);
      }
      return new Tone(clauses, Math.clamp(whole, -1, 1), false, -1);
    }

    private Tone filled(double clause, double whole, boolean ironic, int mocked) {
      java.util.Arrays.fill(clauses, clause);
      return new Tone(clauses, whole, ironic, mocked);
    }

    /** 被 stands before it in the clause. */
    private boolean beaten(CueHit hit, int clause) {
      for (int i = reading.clauses().get(clause).start(); i < hit.start(); i++) {
        if (reading.text().at(i) == '被') {
          return true;
        }
      }
      return false;
    }

    /** Something speaks against the praise: another clause, or the rest of its own. */
    private boolean against(int praise, double threshold) {
      for (Opinion o : reading.opinions()) {
        if (o.clause != praise && o.score() < AGAINST) {
          return true;
        }
      }
      List<Clause> all = reading.clauses();
      for (int i = 0; i < all.size(); i++) {
        Clause c = all.get(i);
        if (i != praise && model.ngramScore(reading.text(), c.start(), c.end()) < threshold) {
          return true;
        }
      }
      return false;
    }

    private boolean praised(int mock) {
      for (Opinion o : reading.opinions()) {
        if (o.score() > CLAIMED && (o.clause > mock || o.hit.cue().tone() == null)) {
          return true;
        }
      }
      return false;
    }

    /** Another clause praises too, so it is meant. */
    private boolean praisedBeside(int praise) {
      for (Opinion o : reading.opinions()) {
        if (o.clause != praise && o.score() > CLAIMED) {
          return true;
        }
      }
      return false;
    }
  }
}
