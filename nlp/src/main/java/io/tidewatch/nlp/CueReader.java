package io.tidewatch.nlp;

import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.text.PhraseFinder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds cues in the author's own words: the longest, none inside a name. Immutable. */
final class CueReader {
  private static final int LONGEST_NAME = 100;

  private final PhraseFinder<Cue> cues;

  CueReader(PhraseFinder<Cue> cues) {
    this.cues = cues;
  }

  /** What was found: cues that judge, in order of start, and those of intent, spam and tone. */
  record Found(
      List<CueHit> evaluating, List<CueHit> intents, List<CueHit> spam, List<CueHit> tones) {}

  Found read(NormalText text, int end, int[] wordEnds, List<Linked> names) {
    var draft = new Draft(text, names);
    cues.find(text.chars(), 0, end, draft);
    List<CueHit> all = draft.evaluating;
    var kept = new ArrayList<CueHit>(all.size());
    int free = 0;
    for (int i = 0; i < all.size(); i++) {
      CueHit hit = all.get(i);
      if (hit.start() < free
          || (hit.end() - hit.start() == 1 && !standsAlone(hit, all, wordEnds))) {
        continue;
      }
      kept.add(hit);
      free = hit.end();
    }
    return new Found(kept, draft.intents, draft.spam, draft.tones);
  }

  /** Sorts what the finder gives; for one text. */
  private static final class Draft implements PhraseFinder.Sink<Cue> {
    private final NormalText text;
    private final List<Linked> names;
    /** In order of start; of those that start together the longer first. */
    private final List<CueHit> evaluating = new ArrayList<>();

    private List<CueHit> intents = List.of();
    private List<CueHit> spam = List.of();
    private List<CueHit> tones = List.of();

    private Draft(NormalText text, List<Linked> names) {
      this.text = text;
      this.names = names;
    }

    @Override
    public void hit(int start, int end, Cue cue) {
      if (!latinBounded(text, start, end)) {
        return;
      }
      var hit = new CueHit(start, end, cue);
      if (!cue.intents().isEmpty()) {
        intents = with(intents, hit);
      }
      if (cue.spam() != null) {
        spam = with(spam, hit);
      }
      if (cue.tone() != null) {
        tones = with(tones, hit);
      }
      if (cue.evaluates() && !inName(names, start, end)) {
        place(hit);
      }
    }

    private static List<CueHit> with(List<CueHit> hits, CueHit hit) {
      List<CueHit> all = hits.isEmpty() ? new ArrayList<>(4) : hits;
      all.add(hit);
      return all;
    }

    /** The finder gives hits in order of their end, so that few stand before their place. */
    private void place(CueHit hit) {
      int at = evaluating.size();
      while (at > 0 && evaluating.get(at - 1).start() >= hit.start()) {
        at--;
      }
      evaluating.add(at, hit);
    }
  }

  private static boolean latinBounded(NormalText text, int start, int end) {
    char before = start == 0 ? ' ' : text.at(start - 1);
    char after = end >= text.length() ? ' ' : text.at(end);
    return !continues(before, text.at(start)) && !continues(text.at(end - 1), after);
  }

  private static boolean continues(char before, char after) {
    return (Characters.asciiLetter(before) && Characters.asciiLetter(after))
        || (Characters.asciiDigit(before) && Characters.asciiLetterOrDigit(after));
  }

  private static boolean inName(List<Linked> names, int start, int end) {
    for (int i = firstEndingAfter(names, start); i < names.size(); i++) {
      Linked name = names.get(i);
      if (name.start() >= end) {
        return false;
      }
      if (name.overlaps(start, end) && !(start < name.start() && end >= name.end())) {
        return true;
      }
    }
    return false;
  }

  private static int firstEndingAfter(List<Linked> names, int position) {
    int low = 0;
    int high = names.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (names.get(mid).start() + LONGEST_NAME <= position) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /** A single character counts when it is a word, or a word is made of it and another cue. */
  private static boolean standsAlone(CueHit hit, List<CueHit> all, int[] wordEnds) {
    int word = Arrays.binarySearch(wordEnds, hit.start() + 1);
    int index = word >= 0 ? word : -word - 1;
    if (index >= wordEnds.length) {
      return false;
    }
    int from = index == 0 ? 0 : wordEnds[index - 1];
    int to = wordEnds[index];
    if (to - from == 1) {
      return true;
    }
    if (to - from > 3) {
      return false;
    }
    return tiled(all, from, to);
  }

  /** The word is a turning or scaling character followed by a judging one: 不好, 太贵. */
  private static boolean tiled(List<CueHit> all, int from, int to) {
    boolean head = false;
    boolean tail = false;
    for (CueHit hit : all) {
      if (hit.start() == from && hit.end() < to) {
        head |= hit.cue().negation() != null || !Double.isNaN(hit.cue().degree());
      }
      if (hit.start() > from && hit.end() == to) {
        tail |= hit.cue().judges();
      }
    }
    return head && tail;
  }
}
