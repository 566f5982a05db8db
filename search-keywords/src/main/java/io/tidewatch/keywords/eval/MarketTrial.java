package io.tidewatch.keywords.eval;

import java.util.ArrayList;
import java.util.List;

/** All figures of a keyword table whose truth is known. */
public final class MarketTrial {
  private MarketTrial() {}

  /** Figures of words, be they spellings or families. */
  public static List<Figure> figures(List<JudgedWord> words) {
    var figures = new ArrayList<Figure>(OwnershipTrial.figures(words));
    figures.addAll(LabelTrial.figures(words));
    figures.addAll(AdvantageTrial.figures(words));
    figures.addAll(CalibrationTrial.figures(words));
    return figures;
  }

  /** Figures of what families bring; single spellings have no true revenue of their own. */
  public static List<Figure> values(List<JudgedWord> families) {
    return ValueTrial.figures(families);
  }

  /** At most {@code losing} words that the table is furthest off on. */
  public static List<LostWord> losing(String data, List<JudgedWord> words, int losing) {
    return LostWord.of(data, words, losing);
  }
}
