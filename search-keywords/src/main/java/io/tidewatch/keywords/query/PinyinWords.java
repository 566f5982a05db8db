package io.tidewatch.keywords.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads pinyin that was typed instead of characters, by the listed words that sound so. */
final class PinyinWords {
  private static final Pattern LATIN = Pattern.compile("[a-z]+(?: [a-z]+)*");
  private static final int SHORTEST = 4;
  private static final int LONGEST = 40;
  private static final int LONGEST_WORD = 24;
  private static final int MOST_READINGS = 8;

  private final QueryVocabulary vocabulary;
  private final Map<String, List<String>> words = new HashMap<>();

  PinyinWords(QueryVocabulary vocabulary, Syllables syllables) {
    this.vocabulary = vocabulary;
    for (String word : vocabulary.words()) {
      String pinyin = Syllables.joined(syllables.of(word));
      if (!pinyin.isEmpty()) {
        words.computeIfAbsent(pinyin, p -> new ArrayList<>()).add(word);
      }
    }
  }

  /** The runs of Latin letters of a normal text that no list holds, without their spaces. */
  List<String> unlisted(String text) {
    var runs = new ArrayList<String>();
    for (Matcher m = LATIN.matcher(text); m.find(); ) {
      String run = m.group().replace(" ", "");
      if (run.length() >= SHORTEST && run.length() <= LONGEST && !vocabulary.lists(run)) {
        runs.add(m.group());
      }
    }
    return runs;
  }

  /** What {@code text} may mean with its first unlisted run read as pinyin; at most eight. */
  List<String> readings(String text) {
    for (String run : unlisted(text)) {
      List<String> read = split(run.replace(" ", ""));
      if (!read.isEmpty()) {
        return read.stream().map(r -> text.replace(run, r)).toList();
      }
    }
    return List.of();
  }

  /** The fewest words that sound like {@code pinyin}, one of them of two characters or more. */
  private List<String> split(String pinyin) {
    int n = pinyin.length();
    int[] pieces = new int[n + 1];
    int[] from = new int[n + 1];
    for (int end = 1; end <= n; end++) {
      pieces[end] = Integer.MAX_VALUE;
      for (int start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
        if (pieces[start] != Integer.MAX_VALUE
            && pieces[start] + 1 < pieces[end]
            && words.containsKey(pinyin.substring(start, end))) {
          pieces[end] = pieces[start] + 1;
          from[end] = start;
        }
      }
    }
    if (pieces[n] == Integer.MAX_VALUE) {
      return List.of();
    }
    List<String> read = List.of("");
    for (int end = n; end > 0; end = from[end]) {
      var longer = new ArrayList<String>();
      for (String word : words.getOrDefault(pinyin.substring(from[end], end), List.of())) {
        read.forEach(r -> longer.add(word + r));
      }
      read = longer.subList(0, Math.min(longer.size(), MOST_READINGS));
    }
    int count = pieces[n];
    return read.stream().filter(r -> r.length() > count).toList();
  }
}
