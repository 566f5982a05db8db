package io.tidewatch.keywords.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins groups of spellings to families, one reason after the other. */
final class FamilyJoins {
  /** A reading of pinyin must be this often as frequent as the next one. */
  private static final long CLEARLY = 5;
  /** Candidates of one form that others are compared with. */
  private static final int CENTERS = 4;

  private final List<SpellingGroup> groups;
  private final QueryTyper typer;
  private final PinyinWords pinyin;
  private final TypoRule rule;
  private final Kinship kinship;
  private final LongTable bySignature;
  private final Map<String, Integer> byKey = new HashMap<>();

  /** @param groups most used first */
  FamilyJoins(
      List<SpellingGroup> groups,
      QueryTyper typer,
      QueryVocabulary vocabulary,
      PinyinWords pinyin) {
    this.groups = groups;
    this.typer = typer;
    this.pinyin = pinyin;
    rule = new TypoRule(typer, vocabulary);
    kinship = new Kinship(groups.stream().mapToLong(SpellingGroup::count).toArray());
    bySignature = new LongTable(groups.size());
  }

  Kinship join() {
    joinWords();
    joinPinyin();
    joinSlips();
    return kinship;
  }

  private void joinWords() {
    for (int i = 0; i < groups.size(); i++) {
      SpellingGroup group = groups.get(i);
      byKey.put(group.id(), i);
      if (group.key().isEmpty()) {
        continue;
      }
      long signature = group.form().signature();
      int first = bySignature.get(signature);
      if (first == LongTable.ABSENT) {
        bySignature.put(signature, i);
      } else {
        boolean reordered = group.form().words() == groups.get(first).form().words();
        kinship.join(first, i, reordered ? JoinReason.ORDER : JoinReason.ALIAS);
      }
    }
  }

  private void joinPinyin() {
    var typed = new HashSet<Long>();
    for (SpellingGroup group : groups) {
      if (group.form().unlisted()) {
        pinyin
            .unlisted(group.text())
            .forEach(run -> typed.add(FormReader.hash(run.replace(" ", ""))));
      }
    }
    if (typed.isEmpty()) {
      return;
    }
    Map<Long, Integer> aloud = readAloud(typed);
    for (int i = 0; i < groups.size(); i++) {
      SpellingGroup group = groups.get(i);
      if (!group.form().unlisted()) {
        continue;
      }
      int target = meant(pinyin.readings(group.text()));
      if (target < 0) {
        target = aloud.getOrDefault(FormReader.hash(group.key()), -1);
      }
      if (target >= 0 && target != i) {
        kinship.join(target, i, JoinReason.PINYIN);
      }
    }
  }

  /** The queries of Han characters that sound like one of {@code typed}; -1 where several do. */
  private Map<Long, Integer> readAloud(Set<Long> typed) {
    var aloud = new HashMap<Long, Integer>();
    for (int i = 0; i < groups.size(); i++) {
      long sound = groups.get(i).form().sound();
      if (sound != 0 && typed.contains(sound)) {
        Integer other = aloud.putIfAbsent(sound, i);
        if (other != null
            && other >= 0
            && kinship.root(other) != kinship.root(i)
            && groups.get(other).count() < CLEARLY * groups.get(i).count()) {
          aloud.put(sound, -1);
        }
      }
    }
    return aloud;
  }

  /** The query of the log that one of {@code readings} is; -1 when none or several are. */
  private int meant(List<String> readings) {
    int best = -1;
    long next = 0;
    for (String reading : readings) {
      String key = reading.replace(" ", "");
      int found = byKey.getOrDefault(key, -1);
      if (found < 0) {
        found = bySignature.get(FormReader.hash(FamilySignature.of(typer.read(reading), key)));
      }
      if (found < 0 || (best >= 0 && kinship.root(found) == kinship.root(best))) {
        continue;
      }
      if (best < 0 || groups.get(found).count() > groups.get(best).count()) {
        next = best < 0 ? 0 : groups.get(best).count();
        best = found;
      } else {
        next = Math.max(next, groups.get(found).count());
      }
    }
    return best >= 0 && groups.get(best).count() >= CLEARLY * next ? best : -1;
  }

  private void joinSlips() {
    var keys = new TypoKeys();
    for (int i = 0; i < groups.size(); i++) {
      QueryForm form = groups.get(i).form();
      if (!form.near().isEmpty()) {
        keys.file(i, form.key(), form.near());
      }
    }
    keys.visit(this::joinSlips);
  }

  /** The queries come most used first. */
  private void joinSlips(int[] queries) {
    for (int c = 0; c < Math.min(CENTERS, queries.length); c++) {
      for (int r = 0; r < queries.length; r++) {
        int usual = queries[c];
        int rare = queries[r];
        if (r != c
            && !kinship.joinedFor(usual, JoinReason.TYPO)
            && !kinship.joinedFor(rare, JoinReason.TYPO)
            && kinship.root(usual) != kinship.root(rare)
            && rule.slip(candidate(rare), candidate(usual))) {
          kinship.join(usual, rare, JoinReason.TYPO);
        }
      }
    }
  }

  private TypoRule.Candidate candidate(int i) {
    SpellingGroup group = groups.get(i);
    return new TypoRule.Candidate(group.key(), group.form().near(), group.count(), group.clicks());
  }
}
