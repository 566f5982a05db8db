package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons.NegationKind;
import io.tidewatch.nlp.text.NormalText;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns judging cues into opinions: negations within their scope turn or weaken them, adverbs scale
 * them, and what is only asked does not judge. Stateless.
 */
final class OpinionReader {
  private static final double TURNED = -0.8;
  private static final double WEAKENED = -0.35;
  private static final double ASKED = 0.1;
  private static final double EXTREME = 1.3;
  private static final int FARTHEST = 16;
  private static final int ADVERB_REACH = 2;
  private static final double LONG_NEGATION = 3;

  List<Opinion> read(NormalText text, List<Clause> clauses, List<CueHit> hits) {
    var opinions = new ArrayList<Opinion>();
    for (int i = 0; i < hits.size(); i++) {
      CueHit hit = hits.get(i);
      if (hit.cue().judges() && !adverb(hits, i)) {
        opinions.add(opinion(text, clauses, hits, i));
      }
    }
    return opinions;
  }

  /** A word such as 好 that here only scales the judging word behind it. */
  private static boolean adverb(List<CueHit> hits, int i) {
    return !Double.isNaN(hits.get(i).cue().degree())
        && i + 1 < hits.size()
        && hits.get(i + 1).cue().judges()
        && hits.get(i + 1).start() == hits.get(i).end();
  }

  private static Opinion opinion(
      NormalText text, List<Clause> clauses, List<CueHit> hits, int index) {
    CueHit hit = hits.get(index);
    int at = Clause.at(clauses, hit.start());
    Clause clause = clauses.get(at);
    double factor = 1;
    int start = hit.start();
    int end = hit.end();
    boolean whole = !hit.cue().implicit().isEmpty() && hit.end() - hit.start() >= LONG_NEGATION;
    int negations = 0;
    boolean weakened = false;
    for (int i = index - 1; i >= 0 && !whole; i--) {
      CueHit before = hits.get(i);
      if (before.start() < clause.start()) {
        break;
      }
      var negation = before.cue().negation();
      int gap = hit.start() - before.end();
      if (negation != null) {
        boolean superlative = superlative(text, before.end(), hit.start());
        if (gap > negation.scope() || superlative) {
          factor *= superlative ? EXTREME : 1;
          break;
        }
        if (negation.kind() == NegationKind.WEAKEN) {
          weakened = true;
        } else if (negation.kind() == NegationKind.FLIP) {
          negations++;
        }
        start = Math.min(start, before.start());
      } else if (!Double.isNaN(before.cue().degree())) {
        if (start - before.end() <= ADVERB_REACH) {
          factor *= before.cue().degree();
          start = before.start();
        }
      } else if (before.cue().judges()) {
        break;
      }
    }
    if (index + 1 < hits.size()) {
      CueHit after = hits.get(index + 1);
      if (!Double.isNaN(after.cue().degree())
          && !after.cue().judges()
          && after.start() - hit.end() <= 1
          && after.end() <= clause.end()
          && after.end() - after.start() > 1) {
        factor *= after.cue().degree();
        end = after.end();
      }
    }
    if (negations % 2 == 1) {
      factor *= TURNED;
    } else if (weakened) {
      factor *= WEAKENED;
    }
    if (clause.asked() && asking(text, clause)) {
      factor *= ASKED;
    }
    return new Opinion(hit, index, at, factor, start, end);
  }

  /** 没见过比它更好的: nothing is turned. */
  private static boolean superlative(NormalText text, int from, int to) {
    boolean than = false;
    for (int i = from; i < to && to - from <= FARTHEST; i++) {
      char c = text.at(i);
      than |= c == '比';
      if (than && (c == '更' || c == '还' || c == '再')) {
        return true;
      }
    }
    return false;
  }

  /** A real question, not an exclamation in the form of one. */
  private static boolean asking(NormalText text, Clause clause) {
    String words = text.substring(clause.start(), clause.end());
    return !words.contains("不是") && !words.contains("这也") && !words.contains("怎么能");
  }
}
