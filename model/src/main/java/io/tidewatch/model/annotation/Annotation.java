package io.tidewatch.model.annotation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one lane says about one text.
 *
 * @param dictionaryVersion version of the catalogue and lexicons it was made with
 * @param modelVersion version of the trained models it was made with
 * @param mentions in order of start, then end
 * @param aspects in order of start
 * @param hashtags without the # signs, normalised, each once
 * @param repostChain handles, without the @, of those through whom the text came, the nearest first,
 *     each once; empty for original words
 * @param terms content words of the author's own text, normalised, each once
 * @param wantsDeepLane the text holds a construction that the deep lane decides better
 * @param spam how much it looks like spam or a paid post
 * @param laneReason why the deep lane left a text that wanted it to the fast lane, such as {@code
 *     too-long}; null when it did not
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
    List<String> repostChain,
    List<String> terms,
    TextSignature signature,
    boolean wantsDeepLane,
    SpamScore spam,
    @Nullable String laneReason) {

  public Annotation {
    mentions = List.copyOf(mentions);
    aspects = List.copyOf(aspects);
    hashtags = List.copyOf(hashtags);
    repostChain = List.copyOf(repostChain);
    terms = List.copyOf(terms);
  }

  /** The same annotation with another repost chain. */
  public Annotation repostedThrough(List<String> handles) {
    return with(handles, laneReason);
  }

  /** The same annotation, left to the fast lane for good because of {@code reason}. */
  public Annotation leftByDeepLane(String reason) {
    return with(repostChain, reason);
  }

  private Annotation with(List<String> handles, @Nullable String reason) {
    return new Annotation(
        lane,
        dictionaryVersion,
        modelVersion,
        intent,
        intentConfidence,
        sentiment,
        mentions,
        aspects,
        hashtags,
        handles,
        terms,
        signature,
        wantsDeepLane,
        spam,
        reason);
  }
}
