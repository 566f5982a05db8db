package io.tidewatch.audience.feature;

import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import java.util.ArrayList;
import java.util.Map;

/** Finds the head of each searched word's family. */
public final class WordHeads {
  private WordHeads() {}

  /** The number of its head by the number of a word; a word alone is its own head. */
  public static int[] of(UserFacts facts, WordFamilies families) {
    Names words = facts.keywords();
    long[] searches = new long[words.size()];
    for (int fact = 0; fact < facts.size(); fact++) {
      if (facts.keyword(fact) != Names.NONE) {
        searches[facts.keyword(fact)]++;
      }
    }
    var searched = new ArrayList<WordFamilies.Searched>();
    for (int word = 0; word < words.size(); word++) {
      searched.add(new WordFamilies.Searched(words.name(word), searches[word]));
    }
    Map<String, String> heads = families.heads(searched);
    int[] numbers = new int[words.size()];
    for (int word = 0; word < numbers.length; word++) {
      int head = words.number(heads.getOrDefault(words.name(word), words.name(word)));
      numbers[word] = head == Names.NONE ? word : head;
    }
    return numbers;
  }
}
