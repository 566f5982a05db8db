package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Joins aspect words with the opinions near them, and takes expressions that judge an aspect without
 * naming it. The categories of the named entities choose the rows; without any, the category that
 * most of the words belong to. Stateless.
 */
final class AspectReader {
  private static final int REACH_AFTER = 10;
  private static final int REACH_BEFORE = 6;
  private static final int NEXT_CLAUSE = 6;

  /** Aspects in order of start; opinions that were used are marked so. */
  List<AspectDraft> read(Reading reading, Set<String> known) {
    if (reading.cues().isEmpty()) {
      return new ArrayList<>(0);
    }
    Set<String> categories = known.isEmpty() ? guess(reading) : known;
    var drafts = new ArrayList<AspectDraft>();
    var byHit = new HashMap<CueHit, Opinion>();
    reading.opinions().forEach(o -> byHit.put(o.hit, o));
    for (CueHit hit : reading.cues()) {
      Opinion own = byHit.get(hit);
      if (own != null && !hit.cue().implicit().isEmpty()) {
        var row = row(hit.cue().implicit(), categories);
        if (row != null) {
          own.used = true;
          drafts.add(whole(reading, own, row.aspect(), own.turn(row.score())));
        }
      }
    }
    for (CueHit hit : reading.cues()) {
      if (hit.cue().terms().isEmpty()) {
        continue;
      }
      String aspect = aspect(hit.cue(), categories);
      Opinion own = byHit.get(hit);
      if (aspect == null || (own != null && own.used)) {
        continue;
      }
      Opinion opinion = nearest(reading, hit, aspect);
      if (opinion == null && own != null && !Double.isNaN(own.scoreFor(aspect))) {
        opinion = own;
      }
      if (opinion != null) {
        opinion.used = true;
        int target = Targets.of(reading, hit.start(), hit.end());
        drafts.add(new AspectDraft(
            hit.start(),
            hit.end(),
            aspect,
            opinion.start,
            opinion.end,
            opinion.scoreFor(aspect),
            target,
            opinion));
      }
    }
    for (Opinion opinion : reading.opinions()) {
      Cue cue = opinion.hit.cue();
      if (opinion.used || cue.opinions().size() != 1 || !Double.isNaN(cue.sentiment())) {
        continue;
      }
      var row = cue.opinions().getFirst();
      opinion.used = true;
      drafts.add(whole(reading, opinion, row.aspect(), opinion.turn(row.score())));
    }
    drafts.removeIf(d -> Math.abs(d.score()) < 0.12);
    drafts.sort(Comparator.comparingInt(AspectDraft::start).thenComparingInt(AspectDraft::end));
    return drafts;
  }

  private static AspectDraft whole(Reading reading, Opinion opinion, String aspect, double score) {
    int target = Targets.of(reading, opinion.start, opinion.end);
    return new AspectDraft(
        opinion.start, opinion.end, aspect, opinion.start, opinion.end, score, target, opinion);
  }

  private static @Nullable Opinion nearest(Reading reading, CueHit term, String aspect) {
    int at = Clause.at(reading.clauses(), term.start());
    Opinion best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (Opinion o : reading.opinions()) {
      if (o.clause != at || o.hit.equals(term) || Double.isNaN(o.scoreFor(aspect)) || implicit(o)) {
        continue;
      }
      boolean after = o.hit.start() >= term.end();
      int gap = after ? o.start - term.end() : term.start() - o.end;
      if (gap > (after ? REACH_AFTER : REACH_BEFORE) || (o.used && !shared(reading, term, o))) {
        continue;
      }
      int distance = after ? gap : 3 * gap + 4;
      if (distance < bestDistance) {
        best = o;
        bestDistance = distance;
      }
    }
    return best != null ? best : inNextClause(reading, at, aspect);
  }

  private static boolean implicit(Opinion o) {
    return !o.hit.cue().implicit().isEmpty() && Double.isNaN(o.hit.cue().sentiment());
  }

  /** Only 和 and other aspects stand between the term and an opinion that already has an aspect. */
  private static boolean shared(Reading reading, CueHit term, Opinion opinion) {
    if (opinion.hit.start() < term.end()) {
      return false;
    }
    for (int i = term.end(); i < opinion.start; i++) {
      char c = reading.text().at(i);
      if ("和与跟及、还有都也很,".indexOf(c) < 0 && !inTerm(reading, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean inTerm(Reading reading, int position) {
    for (CueHit hit : reading.cues()) {
      if (hit.start() <= position && position < hit.end()) {
        return !hit.cue().terms().isEmpty() || !Double.isNaN(hit.cue().degree());
      }
    }
    return false;
  }

  /** "续航,真的顶": the next clause judges when it names nothing of its own. */
  private static @Nullable Opinion inNextClause(Reading reading, int at, String aspect) {
    if (at + 1 >= reading.clauses().size()) {
      return null;
    }
    Clause next = reading.clauses().get(at + 1);
    if (next.sentence() != reading.clauses().get(at).sentence()
        || next.contrasted()
        || next.conceded()) {
      return null;
    }
    for (CueHit hit : reading.cues()) {
      if (next.holds(hit.start()) && !hit.cue().terms().isEmpty()) {
        return null;
      }
    }
    for (Linked name : reading.names()) {
      if (next.holds(name.start())) {
        return null;
      }
    }
    for (Opinion o : reading.opinions()) {
      if (o.clause == at && !o.used) {
        return null;
      }
      if (o.clause == at + 1) {
        boolean fits = !o.used
            && !implicit(o)
            && !Double.isNaN(o.scoreFor(aspect))
            && o.start - next.start() <= NEXT_CLAUSE;
        return fits ? o : null;
      }
    }
    return null;
  }

  private static @Nullable String aspect(Cue cue, Set<String> categories) {
    String any = null;
    for (Cue.AspectTerm term : cue.terms()) {
      if (categories.contains(term.category())) {
        return term.aspect();
      }
      if (term.category().equals(Lexicons.ANY_CATEGORY)) {
        any = term.aspect();
      }
    }
    return any;
  }

  private static Cue.@Nullable AspectScore row(List<Cue.AspectScore> rows, Set<String> categories) {
    Cue.AspectScore any = null;
    for (Cue.AspectScore row : rows) {
      if (categories.contains(row.category())) {
        return row;
      }
      if (row.category().equals(Lexicons.ANY_CATEGORY)) {
        any = row;
      }
    }
    return any;
  }

  /** The category to which most aspect words and expressions belong. */
  private static Set<String> guess(Reading reading) {
    Map<String, Integer> votes = new TreeMap<>();
    for (CueHit hit : reading.cues()) {
      if (hit.cue().terms().isEmpty() && hit.cue().implicit().isEmpty()) {
        continue;
      }
      for (Cue.AspectTerm term : hit.cue().terms()) {
        votes.merge(term.category(), 1, Integer::sum);
      }
      for (Cue.AspectScore row : hit.cue().implicit()) {
        votes.merge(row.category(), 2, Integer::sum);
      }
    }
    votes.remove(Lexicons.ANY_CATEGORY);
    String best = "";
    int most = 0;
    for (var vote : votes.entrySet()) {
      if (vote.getValue() > most) {
        best = vote.getKey();
        most = vote.getValue();
      }
    }
    return best.isEmpty() ? Set.of() : Set.of(best);
  }
}
