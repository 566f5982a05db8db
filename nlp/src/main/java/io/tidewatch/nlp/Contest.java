package io.tidewatch.nlp;

import io.tidewatch.nlp.text.NormalText;
import java.util.List;

/**
 * The part that a stretch of words plays in a comparison, with or without its opponent being
 * marked: winner, loser or equal. Stateless.
 */
final class Contest {
  /** Characters between a comparing word and the stretch, at most. */
  private static final int NEAR = 3;

  private static final int FAR = 14;
  private static final double DECIDED = 0.8;
  private static final double LIKELY = 0.5;

  private static final List<String> LOSES = List.of(
      "还不如", "远不如", "不如", "远不及", "不及", "比不上", "比不过", "赶不上", "跟不上", "输给了", "输给", "败给", "逊色于", "逊于",
      "打不过", "干不过", "卷不过");
  private static final List<String> WINS = List.of(
      "完胜", "吊打", "碾压", "秒杀", "秒了", "完爆", "爆杀", "打败", "打赢", "击败", "胜过", "胜于", "强过", "强于", "优于",
      "好过", "超越", "超过", "领先", "赢了", "干翻", "甩开", "甩了", "甩");
  private static final List<String> EQUALS = List.of(
      "差不多", "没区别", "没差别", "没啥区别", "没什么区别", "不相上下", "难分伯仲", "不分伯仲", "各有千秋", "旗鼓相当", "平分秋色", "一个水平",
      "一样好", "有一拼");
  private static final List<String> KEEPS_UP =
      List.of("不输给", "不输", "不亚于", "不逊于", "不逊色", "媲美", "堪比", "比肩", "不比");
  private static final List<String> BEHIND =
      List.of("没法比", "没得比", "不能比", "差远了", "差太远", "差得远", "差一截", "差一大截", "差了");
  private static final List<String> THAN = List.of("相比于", "相较于", "比起", "相比", "相较", "对比", "比");
  private static final List<String> CHANGES =
      List.of("换成", "换成了", "换到", "换回", "改用", "改喝", "改买", "转投", "转到");
  private static final List<String> JOINS = List.of("跟", "和", "与", "同");
  private static final int SHORT = 6;
  private static final String WORSE = "贵差慢重吵少烂难脏乱糊弱臭硬短";
  private static final String NOT_NAMED = "觉想见让给人用过吃看感什啥任一多太很怎法办那这有别得";
  private static final String NOT_THAN_BEFORE = "对好性占可相百无攀价";
  private static final String NOT_THAN_AFTER = "较如赛例方价分重特基克";

  private Contest() {}

  /**
   * From -1, it loses, to 1, it wins; 0 when it is said to be equal; NaN when {@code [from, to)} is
   * not compared.
   */
  static double of(Reading reading, int from, int to) {
    NormalText text = reading.text();
    int start = sentenceStart(text, from);
    int end = sentenceEnd(text, reading.end(), to);
    String words = text.substring(start, end);
    int a = from - start;
    int b = to - start;
    double role = beaten(words, a, b);
    if (Double.isNaN(role)) {
      role = ranked(words, a, b);
    }
    if (Double.isNaN(role)) {
      role = preferred(words, a, b);
    }
    if (Double.isNaN(role)) {
      role = than(reading, words, start, a, b);
    }
    return Double.isNaN(role) ? lacking(reading, words, start, a, b) : role;
  }

  /** A被B吊打. */
  private static double beaten(String words, int a, int b) {
    for (String word : WINS) {
      int at = words.indexOf(word);
      int by = at < 0 ? -1 : words.lastIndexOf('被', at);
      if (by >= 0 && at - by <= FAR && words.substring(by, at).indexOf(',') < 0) {
        if (b <= by && by - b <= FAR) {
          return -DECIDED;
        }
        if (a > by && b <= at) {
          return DECIDED;
        }
      }
    }
    return Double.NaN;
  }

  /** A不如B, A完胜B, A跟B没法比, A跟B差不多. */
  private static double ranked(String words, int a, int b) {
    for (String word : KEEPS_UP) {
      int at = nearest(words, word, a, b);
      if (at >= 0) {
        return b <= at ? LIKELY : 0;
      }
    }
    for (String word : LOSES) {
      int at = nearest(words, word, a, b);
      if (at >= 0) {
        return b <= at ? -DECIDED : DECIDED;
      }
    }
    for (String word : BEHIND) {
      int at = words.indexOf(word);
      if (at >= b && at - b <= FAR) {
        int join = join(words, at);
        if (join >= 0) {
          return a > join ? DECIDED : -DECIDED;
        }
      }
    }
    for (String word : WINS) {
      int at = nearest(words, word, a, b);
      if (at >= 0) {
        return b <= at ? DECIDED : -DECIDED;
      }
    }
    for (String word : EQUALS) {
      int at = words.indexOf(word);
      if (at >= b && at - b <= FAR && join(words, at) >= 0) {
        return 0;
      }
    }
    return Double.NaN;
  }

  /** 换成B, 还是B好, 宁可B也不A, 与其A不如B. */
  private static double preferred(String words, int a, int b) {
    for (String word : CHANGES) {
      int at = words.indexOf(word);
      if (at >= 0 && a >= at + word.length() && a - at - word.length() <= NEAR) {
        return LIKELY;
      }
      if (at >= 0 && b <= at && words.lastIndexOf('从', a) >= 0 && at - b <= FAR) {
        return -LIKELY;
      }
    }
    if (follows(words, a, "宁可") || follows(words, a, "宁愿") || follows(words, a, "早知道买")) {
      return DECIDED;
    }
    if (follows(words, a, "与其")
        || (words.contains("宁") && (follows(words, a, "也不") || follows(words, a, "也不想")))) {
      return -DECIDED;
    }
    return follows(words, a, "还是") || follows(words, a, "就服") ? LIKELY : Double.NaN;
  }

  /** A比B好, 跟B比A好, 比起B,A好. */
  private static double than(Reading reading, String words, int start, int a, int b) {
    for (String word : THAN) {
      for (int at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) {
        int after = at + word.length();
        if (word.equals("比") && !alone(words, at)) {
          continue;
        }
        int join = join(words, at);
        boolean fronted =
            join >= 0 && (after >= words.length() || ",起的".indexOf(words.charAt(after)) >= 0);
        boolean object = fronted
            ? a > join && b <= at
            : a >= after && a - after <= NEAR && words.substring(after, a).indexOf(',') < 0;
        boolean subject = fronted ? b <= join || a >= after : b <= at && at - b <= FAR;
        if (!object && !subject && !word.equals("比") && a > after && a - after <= FAR) {
          subject = words.substring(after, a).indexOf(',') >= 0;
        }
        if (object || subject) {
          int tail =
              object ? Math.max(after, b) : Math.max(after, subject && a >= after ? b : after);
          double side = side(reading, words, start, tail);
          if (denied(words, at)) {
            boolean extreme = words.indexOf('更', after) >= 0;
            return extreme ? (object ? side : Double.NaN) : object ? 0 : -side;
          }
          return object ? -side : side;
        }
      }
    }
    return Double.NaN;
  }

  /** A没有B好, 没A那么贵. */
  private static double lacking(Reading reading, String words, int start, int a, int b) {
    for (String word : List.of("没有", "没")) {
      for (int at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) {
        int after = at + word.length();
        boolean object = a >= after && a - after <= NEAR;
        boolean subject = b <= at && at - b <= FAR;
        if (!object && !subject) {
          continue;
        }
        Opinion opinion =
            opinion(reading, start + (object ? Math.max(b, after) : after), start + words.length());
        if (opinion == null || clauseBreak(words, after, opinion.hit.start() - start)) {
          continue;
        }
        int gap = opinion.hit.start() - start - (object ? b : after);
        if (object ? gap > 6 : gap < 2 || gap > FAR) {
          continue;
        }
        double plain = opinion.unturned();
        if (!Double.isNaN(plain) && (object || named(words, after, opinion.hit.start() - start))) {
          return object ? Math.signum(plain) * DECIDED : -Math.signum(plain) * DECIDED;
        }
      }
    }
    return Double.NaN;
  }

  /** Something that can be compared stands between 没有 and the judging word. */
  private static boolean named(String words, int from, int to) {
    String between = words.substring(from, Math.max(from, to));
    return between.length() >= 2 && NOT_NAMED.indexOf(between.charAt(0)) < 0;
  }

  /** 没有比, 并不比. */
  private static boolean denied(String words, int at) {
    return words.startsWith("不", at - 1)
        || words.startsWith("没", at - 1)
        || words.startsWith("没有", at - 2)
        || (at > 2 && words.charAt(at - 3) == '没' && words.charAt(at - 1) == '过');
  }

  private static boolean clauseBreak(String words, int from, int to) {
    for (int i = from; i < to && i < words.length(); i++) {
      if (",;:".indexOf(words.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Who is ahead by what follows: 1 the subject, -1 the object. */
  private static double side(Reading reading, String words, int start, int tail) {
    Opinion opinion = opinion(reading, start + tail, start + words.length());
    if (opinion != null) {
      double score = opinion.score();
      if (!Double.isNaN(score)) {
        return Math.signum(score) * DECIDED;
      }
    }
    for (int i = tail; i < words.length() && i < tail + SHORT && words.charAt(i) != ','; i++) {
      if (WORSE.indexOf(words.charAt(i)) >= 0) {
        return -LIKELY;
      }
    }
    return LIKELY;
  }

  private static @org.jspecify.annotations.Nullable Opinion opinion(
      Reading reading, int from, int to) {
    for (Opinion o : reading.opinions()) {
      if (o.hit.start() >= from && o.hit.start() < to) {
        return o;
      }
    }
    return null;
  }

  /** Where {@code word} stands in the clause beside {@code [a, b)}; -1 when it does not. */
  private static int nearest(String words, String word, int a, int b) {
    for (int at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) {
      int after = at + word.length();
      if (b <= at && at - b <= FAR && words.substring(b, at).indexOf(',') < 0) {
        return at;
      }
      if (a >= after && a - after <= NEAR + 3 && words.substring(after, a).indexOf(',') < 0) {
        return at;
      }
    }
    return -1;
  }

  private static int join(String words, int at) {
    int best = -1;
    for (String word : JOINS) {
      best = Math.max(best, words.lastIndexOf(word, at));
    }
    return best >= 0 && at - best <= FAR ? best : -1;
  }

  private static boolean follows(String words, int a, String word) {
    int at = words.lastIndexOf(word, a - word.length());
    return at >= 0 && a - at - word.length() <= NEAR;
  }

  private static boolean alone(String words, int at) {
    char before = at == 0 ? ' ' : words.charAt(at - 1);
    char after = at + 1 >= words.length() ? ' ' : words.charAt(at + 1);
    return NOT_THAN_BEFORE.indexOf(before) < 0 && NOT_THAN_AFTER.indexOf(after) < 0;
  }

  private static int sentenceStart(NormalText text, int from) {
    int i = from;
    while (i > 0 && "。!?\n".indexOf(text.at(i - 1)) < 0) {
      i--;
    }
    return i;
  }

  private static int sentenceEnd(NormalText text, int end, int to) {
    int i = to;
    while (i < end && "。!?\n".indexOf(text.at(i)) < 0) {
      i++;
    }
    return i;
  }
}
