package io.tidewatch.keywords.semantic;

import io.tidewatch.keywords.answer.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A keyword that may be what somebody means.
 *
 * @param category where most clicks after it lead; null when nobody clicked
 * @param score 0 to 1, the weighted sum of the three that follow
 * @param meaning cosine of the sentence vectors; null when there is none
 * @param text shared pieces of text, 0 to 1
 * @param clicks likeness of what is clicked after it and after words near the wish, 0 to 1; null
 *     when nobody clicked
 * @param searchers distinct users who searched it in the window
 * @param brandShare share of the clicks after it on products of the brand that was asked for; null
 *     without a brand or clicks
 */
public record SimilarKeyword(
    String keyword,
    @Nullable String category,
    double score,
    @Nullable Double meaning,
    double text,
    @Nullable Double clicks,
    long searchers,
    @Nullable Double brandShare,
    List<Reason> reasons) {

  public SimilarKeyword {
    reasons = List.copyOf(reasons);
  }
}
