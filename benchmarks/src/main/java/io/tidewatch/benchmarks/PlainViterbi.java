package io.tidewatch.benchmarks;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import java.util.List;

/** The limit of every text: HanLP's Viterbi segmentation, bare, as HanLP runs it. */
final class PlainViterbi {
  private final Segment segment = new ViterbiSegment()
      .enableCustomDictionary(false)
      .enableAllNamedEntityRecognize(false)
      .enableNumberQuantifierRecognize(false)
      .enablePartOfSpeechTagging(false)
      .enableOffset(true);

  /** Words of one text. */
  int words(String text) {
    return segment.seg(text.toCharArray()).size();
  }

  /** Cuts all; returns how many texts. */
  long all(List<String> texts) {
    long words = 0;
    for (String text : texts) {
      words += words(text);
    }
    if (words == 0) {
      throw new IllegalStateException("no words");
    }
    return texts.size();
  }
}
