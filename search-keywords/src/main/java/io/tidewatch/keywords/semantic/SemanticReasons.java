package io.tidewatch.keywords.semantic;

import io.tidewatch.keywords.answer.Reason;
import io.tidewatch.keywords.answer.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts into words why a keyword may be meant, in Chinese or English. Immutable. */
final class SemanticReasons {
  private static final double NOTABLE = .1;
  private static final int SHOWN = 3;

  private final Wording wording;

  SemanticReasons(Locale language) {
    this.wording = new Wording(language);
  }

  /** The weightiest first. */
  List<Reason> of(Evidence evidence, WishReader.Reading reading, Mix mix, boolean vectors) {
    var reasons = new ArrayList<Reason>();
    Double clicks = evidence.clicks();
    String lenders = "「"
        + String.join(
            wording.english() ? "」, 「" : "」「",
            reading.lenders().stream().limit(SHOWN).toList())
        + "」";
    if (clicks != null && clicks >= NOTABLE && !reading.lenders().isEmpty()) {
      reasons.add(say(
          "same-clicks",
          "搜%s等相近词的人与搜该词的人点击相似(相似度 %.0f%%)",
          "People who type words near the wish (%s) click like those who type it: %.0f%% alike",
          lenders,
          100 * clicks));
    }
    Double meaning = evidence.meaning();
    if (meaning != null) {
      reasons.add(
          say("near-meaning", "语义接近(余弦 %.2f)", "Its meaning is near (cosine %.2f)", meaning));
    }
    if (evidence.text() >= NOTABLE) {
      reasons.add(say(
          "shares-text",
          "与需求有共同的字词(%.0f%%)",
          "Shares words with the wish (%.0f%%)",
          100 * evidence.text()));
    }
    if (clicks == null) {
      reasons.add(say("no-clicks", "没有可比较的点击", "There are no clicks to compare"));
    }
    if (!vectors) {
      reasons.add(say(
          "no-vectors",
          "语义向量不可用,只依据字词与点击",
          "Sentence vectors are not available: from words and clicks alone"));
    }
    if (vectors && !mix.fitted()) {
      reasons.add(say(
          "default-weights", "历史行为不足,权重为默认值", "Too little history to learn from: default weights"));
    }
    return reasons;
  }

  private Reason say(String code, String chinese, String inEnglish, Object... arguments) {
    return wording.say(code, chinese, inEnglish, arguments);
  }
}
