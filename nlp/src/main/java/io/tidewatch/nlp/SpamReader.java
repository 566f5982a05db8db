package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.Reach;
import io.tidewatch.model.annotation.SpamReason;
import io.tidewatch.model.annotation.SpamScore;
import io.tidewatch.nlp.text.NormalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells how much a text looks placed rather than said, and why: words that sell, bait or beg, a form
 * that people do not write in, reach that does not fit together. Each sign has a weight w; the score
 * is 1 - Π(1 - w), so that one weak sign suspects nobody. Stateless.
 */
final class SpamReader {
  private static final int MANY_HASHTAGS = 4;
  private static final int MANY_HANDLES = 5;
  private static final int MANY_BRANDS = 6;
  private static final int FEW_WORDS = 6;
  private static final int SHORTEST_REPETITION = 24;
  private static final double REPEATED = 0.55;
  private static final long MANY_REPOSTS = 200;
  private static final long REPOSTS_A_REACTION = 10;
  private static final long REPOSTS_A_FOLLOWER = 20;
  private static final int QUOTED_WORDS = 3;

  private record Sign(String code, String text, double weight) {}

  private static final Comparator<Sign> HEAVIEST_FIRST =
      Comparator.comparingDouble(Sign::weight).reversed();

  private final Reading reading;
  private final List<Sign> signs = new ArrayList<>(2);

  private SpamReader(Reading reading) {
    this.reading = reading;
  }

  /** The score of one text; {@code reach} is null when nothing is known of it. */
  static SpamScore read(Reading reading, Intent intent, @Nullable Reach reach) {
    var reader = new SpamReader(reading);
    reader.words();
    if (intent == Intent.ADVERTISEMENT) {
      reader.sign("advertisement", "读起来是广告", 0.2);
    }
    reader.form();
    if (reach != null) {
      reader.reach(reach);
    }
    return reader.score();
  }

  private void sign(String code, String text, double weight) {
    signs.add(new Sign(code, text, weight));
  }

  /** What speaks for one reason. */
  private static final class Said {
    private final Set<String> cues = new TreeSet<>();
    private double heaviest;
    private double rest = 1;

    /** The heaviest cue counts whole, each other one for half. */
    private void add(Lexicons.SpamCue cue) {
      if (cues.add(cue.cue())) {
        rest *= 1 - Math.min(heaviest, cue.weight()) / 2;
        heaviest = Math.max(heaviest, cue.weight());
      }
    }
  }

  private void words() {
    if (reading.spam().isEmpty()) {
      return;
    }
    Map<String, Said> said = new LinkedHashMap<>();
    for (CueHit hit : reading.spam()) {
      var cue = hit.cue().spam();
      if (cue != null) {
        said.computeIfAbsent(cue.reason(), r -> new Said()).add(cue);
      }
    }
    said.forEach((reason, of) -> sign(
        reason,
        label(reason) + ": "
            + String.join("、", of.cues.stream().limit(QUOTED_WORDS).toList()),
        1 - of.rest * (1 - of.heaviest)));
  }

  private static String label(String reason) {
    return switch (reason) {
      case "contact" -> "留联系方式";
      case "selling" -> "叫卖";
      case "lottery" -> "转发抽奖";
      case "follow-begging" -> "求关注、助力";
      case "money-bait" -> "以钱诱人";
      default -> "商业合作";
    };
  }

  private void form() {
    NormalText text = reading.text();
    int hashtags = text.hashtags().size();
    if (hashtags >= MANY_HASHTAGS) {
      sign("many-hashtags", hashtags + " 个话题", 0.15 * (hashtags - MANY_HASHTAGS + 2));
    }
    int handles = count(text.original(), "@");
    if (handles >= MANY_HANDLES && text.ownEnd() == text.length()) {
      sign("many-handles", "@ 了 " + handles + " 次", 0.35);
    }
    int links = count(text.original(), "http");
    if (links > 0 && letters(text) < FEW_WORDS) {
      sign("link-only", "只有链接", 0.5);
    }
    if (reading.names().size() >= MANY_BRANDS && reading.opinions().isEmpty()) {
      long brands =
          reading.names().stream().map(n -> n.entity().brandId()).distinct().count();
      if (brands >= MANY_BRANDS) {
        sign("keyword-stuffing", "列了 " + brands + " 个品牌，没有评价", 0.4);
      }
    }
    double repeated = text.ownEnd() < SHORTEST_REPETITION ? 0 : repeated(text);
    if (repeated > REPEATED) {
      sign("repetitive", "约 " + Math.round(100 * repeated) + "% 是重复的话", 0.5);
    }
  }

  private static int count(String text, String part) {
    int n = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      n++;
    }
    return n;
  }

  private static int letters(NormalText text) {
    int n = 0;
    for (int i = 0; i < text.ownEnd(); i++) {
      if (text.mark(i) == NormalText.PLAIN && Character.isLetterOrDigit(text.at(i))) {
        n++;
      }
    }
    return n;
  }

  /** Share of runs of four characters whose hash was seen before; a few percent too high at most. */
  private static double repeated(NormalText text) {
    int runs = Math.min(text.ownEnd(), FastReader.LONGEST) - 3;
    if (runs <= 0) {
      return 0;
    }
    int bits = Integer.highestOneBit(runs) << 5;
    long[] seen = new long[Math.max(1, bits >>> 6)];
    int again = 0;
    for (int i = 0; i < runs; i++) {
      int hash = ((text.at(i) * 31 + text.at(i + 1)) * 31 + text.at(i + 2)) * 31 + text.at(i + 3);
      int bit = ((hash * 0x9E3779B1) >>> 7) & (bits - 1);
      again += (int) ((seen[bit >>> 6] >>> bit) & 1);
      seen[bit >>> 6] |= 1L << bit;
    }
    return again / (double) runs;
  }

  private void reach(Reach reach) {
    if (reach.reposts() == null || reach.reposts() < MANY_REPOSTS) {
      return;
    }
    long reposts = reach.reposts();
    if (reach.likes() != null
        && reach.comments() != null
        && reposts > REPOSTS_A_REACTION * (reach.likes() + reach.comments() + 1)) {
      sign(
          "hollow-spread",
          "转发 %d 次，赞和评论只有 %d".formatted(reposts, reach.likes() + reach.comments()),
          0.5);
    }
    if (reach.followers() != null && reposts > REPOSTS_A_FOLLOWER * (reach.followers() + 1)) {
      sign("outsized-spread", "粉丝 %d 人却转发 %d 次".formatted(reach.followers(), reposts), 0.3);
    }
  }

  private SpamScore score() {
    if (signs.isEmpty()) {
      return SpamScore.NONE;
    }
    double rest = 1;
    for (Sign sign : signs) {
      rest *= 1 - Math.clamp(sign.weight(), 0, 0.9);
    }
    if (signs.size() > 1) {
      signs.sort(HEAVIEST_FIRST);
    }
    var reasons = new ArrayList<SpamReason>(signs.size());
    for (Sign sign : signs) {
      reasons.add(new SpamReason(sign.code(), sign.text()));
    }
    return new SpamScore(1 - rest, reasons);
  }
}
