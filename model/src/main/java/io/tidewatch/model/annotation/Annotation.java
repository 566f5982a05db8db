package io.tidewatch.model.annotation;

import java.util.List;

/**
 * What one lane says about one text.
 *
 * @param dictionaryVersion version of the catalogue and lexicons it was made with
 * @param modelVersion version of the trained models it was made with
 * @param mentions in order of start, then end
 * @param aspects in order of start
 * @param hashtags without the # signs, normalised, each once
 * @param terms content words of the author's own text, normalised, each once
 * @param wantsDeepLane the text holds a construction that the deep lane decides better
 */
public record Annotation(
    Lane lane,
    String dictionaryVersion,
    String modelVersion,
    Intent intent,
    double intentConfidence,
    Sentiment sentiment,
    List<Mention> mentions,
    List<AspectOpinion> aspects,
    List<String> hashtags,
    List<String> terms,
    TextSignature signature,
    boolean wantsDeepLane) {

  public Annotation {
    mentions = List.copyOf(mentions);
    aspects = List.copyOf(aspects);
    hashtags = List.copyOf(hashtags);
    terms = List.copyOf(terms);
  }
}
