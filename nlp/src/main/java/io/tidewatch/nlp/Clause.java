package io.tidewatch.nlp;

import io.tidewatch.nlp.text.CharacterSet;
import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A stretch of the author's own words between two breaks.
 *
 * @param sentence number of the sentence it belongs to
 * @param contrasted it begins with a word such as 但是
 * @param asked it ends with a question mark or a question particle
 * @param share how much it counts, at most 1; less when it begins with a word such as 就是, 虽然 or
 *     号称, or repeats itself as 好看是好看
 */
record Clause(int start, int end, int sentence, boolean contrasted, boolean asked, double share) {
  /** Words after which what counts begins. */
  private static final Set<String> CONTRAST = Set.of(
      "但是", "但", "可是", "不过", "然而", "却", "可惜", "倒是", "奈何", "无奈", "可", "好在", "幸好", "幸亏", "还好", "胜在",
      "没想到", "结果", "谁知", "谁料", "哪知", "偏偏", "反而", "反倒", "架不住", "轮到", "唯独", "不料", "岂料", "怎奈", "后来",
      "到头来", "如今", "终于");

  /** Words that grant a point which the author counts for less. */
  private static final List<String> CONCESSION = List.of(
      "就是", "只是", "虽然", "虽说", "虽", "尽管", "除了", "唯一", "说是", "说好", "号称", "都说", "起初", "起先", "刚开", "一开",
      "原以", "本以", "有人", "宣传", "都夸", "老款", "上次");

  private static final double CONCEDED = 0.6;
  private static final double REPEATED = 0.3;
  private static final CharacterSet CONCEDING = new CharacterSet("就只虽尽除唯说号都起刚一原本有宣老上");
  private static final CharacterSet FIRST = new CharacterSet("但可不然却倒奈无好幸还胜没结谁哪偏反架轮唯岂怎后到如终");
  private static final String ASKING = "吗呢么嘛";

  /** Grants a lesser point. */
  boolean conceded() {
    return share < 1;
  }

  boolean holds(int position) {
    return position >= start && position < end;
  }

  /** Index of the clause that holds {@code position}; the nearest before when none does. */
  static int at(List<Clause> clauses, int position) {
    int low = 0;
    int high = clauses.size() - 1;
    while (low < high) {
      int mid = (low + high + 1) >>> 1;
      if (clauses.get(mid).start() <= position) {
        low = mid;
      } else {
        high = mid - 1;
      }
    }
    return low;
  }

  /** Cuts {@code [0, end)} at punctuation, at spaces between Chinese, before contrast words. */
  static List<Clause> split(NormalText text, int end, int[] wordEnds) {
    var clauses = new ArrayList<Clause>();
    int from = 0;
    int sentence = 0;
    int word = 0;
    boolean contrasted = false;
    for (int i = 0; i < end; i++) {
      char c = text.at(i);
      if (word < wordEnds.length && wordEnds[word] <= i) {
        word++;
        if (i > from && word < wordEnds.length && contrast(text, i, wordEnds[word])) {
          clauses.add(clause(text, from, i, sentence, contrasted, false));
          from = i;
          contrasted = true;
        }
      }
      if (!breaks(text, i, c, end)) {
        continue;
      }
      if (i > from) {
        clauses.add(clause(text, from, i, sentence, contrasted, c == '?' || asks(text, i)));
      }
      from = i + 1;
      if (Characters.endsSentence(c)) {
        sentence++;
      }
      contrasted = word + 1 < wordEnds.length
          && wordEnds[word] == from
          && contrast(text, from, wordEnds[word + 1]);
    }
    if (end > from) {
      clauses.add(clause(text, from, end, sentence, contrasted, asks(text, end)));
    }
    return clauses;
  }

  /** A word granted by repeating it: 好看是好看. */
  private static boolean repeats(NormalText text, int start, int end) {
    char last = text.at(end - 1);
    for (int i = start + 1; i < end - 1; i++) {
      if (text.at(i) != '是' || text.at(i - 1) != last) {
        continue;
      }
      int length = end - 1 - i;
      if (length <= i - start && text.substring(i - length, i).equals(text.substring(i + 1, end))) {
        return true;
      }
    }
    return false;
  }

  private static Clause clause(
      NormalText text, int start, int end, int sentence, boolean contrasted, boolean asked) {
    return new Clause(start, end, sentence, contrasted, asked, share(text, start, end));
  }

  private static double share(NormalText text, int start, int end) {
    if (!CONCEDING.holds(text.at(start))) {
      return repeats(text, start, end) ? REPEATED : 1;
    }
    for (String word : CONCESSION) {
      if (begins(text, start, end, word)) {
        return CONCEDED;
      }
    }
    return 1;
  }

  private static boolean begins(NormalText text, int start, int end, String word) {
    if (word.length() > end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text.at(start + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean contrast(NormalText text, int from, int to) {
    return to - from <= 3
        && to > from
        && to <= text.ownEnd()
        && FIRST.holds(text.at(from))
        && CONTRAST.contains(text.substring(from, to));
  }

  private static boolean asks(NormalText text, int end) {
    return end > 0 && ASKING.indexOf(text.at(end - 1)) >= 0;
  }

  private static boolean breaks(NormalText text, int i, char c, int end) {
    if (Characters.han(c)) {
      return false;
    }
    if (c == ' ') {
      return i > 0
          && i + 1 < end
          && (Characters.han(text.at(i - 1)) || Characters.han(text.at(i + 1)));
    }
    if (c == ',' || c == '、') {
      return c != ','
          || i == 0
          || i + 1 >= end
          || !Characters.asciiDigit(text.at(i - 1))
          || !Characters.asciiDigit(text.at(i + 1));
    }
    return Characters.endsClause(c);
  }
}
