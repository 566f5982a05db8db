package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
  private static final double FAINT = 0.12;
  private static final Comparator<AspectDraft> IN_ORDER =
      Comparator.comparingInt(AspectDraft::start).thenComparingInt(AspectDraft::end);

  /** Aspects in order of start; opinions that were used are marked so. */
  List<AspectDraft> read(Reading reading, Set<String> known) {
    if (reading.cues().isEmpty()) {
      return new ArrayList<>(0);
    }
    Set<String> categories = known.isEmpty() ? guess(reading) : known;
    var drafts = new ArrayList<AspectDraft>();
    @Nullable Opinion[] judging = judging(reading);
    for (int i = 0; i < judging.length; i++) {
      CueHit hit = reading.cues().get(i);
      Opinion own = judging[i];
      if (own != null && !hit.cue().implicit().isEmpty()) {
        var row = row(hit.cue().implicit(), categories);
        if (row != null) {
          own.used = true;
          drafts.add(whole(reading, own, row.aspect(), own.turn(row.score())));
        }
      }
    }
    for (int i = 0; i < judging.length; i++) {
      CueHit hit = reading.cues().get(i);
      if (hit.cue().terms().isEmpty()) {
        continue;
      }
      String aspect = aspect(hit.cue(), categories);
      Opinion own = judging[i];
      if (aspect == null || (own != null && own.used)) {
        continue;
      }
      Opinion opinion = nearest(reading, i, aspect);
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
    for (int i = drafts.size() - 1; i >= 0; i--) {
      if (Math.abs(drafts.get(i).score()) < FAINT) {
        drafts.remove(i);
      }
    }
    if (drafts.size() > 1) {
      drafts.sort(IN_ORDER);
    }
    return drafts;
  }

  /** The opinion of each cue; null for cues that do not judge. */
  private static @Nullable Opinion[] judging(Reading reading) {
    var judging = new @Nullable Opinion[reading.cues().size()];
    for (Opinion opinion : reading.opinions()) {
      judging[opinion.cue] = opinion;
    }
    return judging;
  }

  private static AspectDraft whole(Reading reading, Opinion opinion, String aspect, double score) {
    int target = Targets.of(reading, opinion.start, opinion.end);
    return new AspectDraft(
        opinion.start, opinion.end, aspect, opinion.start, opinion.end, score, target, opinion);
  }

  private static @Nullable Opinion nearest(Reading reading, int cue, String aspect) {
    CueHit term = reading.cues().get(cue);
    int at = Clause.at(reading.clauses(), term.start());
    Opinion best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (Opinion o : reading.opinions()) {
      if (o.clause != at || o.cue == cue || Double.isNaN(o.scoreFor(aspect)) || implicit(o)) {
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
    var votes = new Votes();
    for (CueHit hit : reading.cues()) {
      for (Cue.AspectTerm term : hit.cue().terms()) {
        votes.add(term.category(), 1);
      }
      for (Cue.AspectScore row : hit.cue().implicit()) {
        votes.add(row.category(), 2);
      }
    }
    return votes.most();
  }

  /** Counts votes for categories, of which there are few. */
  private static final class Votes {
    private final List<String> categories = new ArrayList<>();
    private int[] counts = new int[16];

    private void add(String category, int votes) {
      int at = categories.indexOf(category);
      if (at < 0) {
        at = categories.size();
        categories.add(category);
        counts = at < counts.length ? counts : Arrays.copyOf(counts, 2 * at);
      }
      counts[at] += votes;
    }

    /** The category of most votes, of equal ones the first by name; empty without votes. */
    private Set<String> most() {
      String best = "";
      int most = 0;
      for (int i = 0; i < categories.size(); i++) {
        String category = categories.get(i);
        boolean first = category.compareTo(best) < 0;
        if (!category.equals(Lexicons.ANY_CATEGORY)
            && (counts[i] > most || (counts[i] == most && first))) {
          best = category;
          most = counts[i];
        }
      }
      return best.isEmpty() ? Set.of() : Set.of(best);
    }
  }
}
