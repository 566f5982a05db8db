package io.tidewatch.api.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Lane;
import io.tidewatch.model.annotation.SpamScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One annotated text with all that is known of how it was annotated.
 *
 * @param intentConfidence 0 to 1
 * @param suspectedSpam whether the spam score reaches the threshold
 * @param reasons why each ambiguous name was linked, by mention id; others have none
 */
public record AnnotationDetails(
    @JsonUnwrapped AnnotationView annotation,
    double intentConfidence,
    List<String> hashtags,
    List<String> repostChain,
    SpamScore spam,
    boolean suspectedSpam,
    List<Reason> reasons,
    Lane lane,
    @Nullable String laneReason,
    boolean wantsDeepLane,
    String dictionaryVersion,
    String modelVersion) {

  /** Why a name was linked to its entity. */
  public record Reason(String mention, String text) {}

  public static AnnotationDetails of(String id, Annotation a) {
    return new AnnotationDetails(
        AnnotationView.of(id, a),
        a.intentConfidence(),
        a.hashtags(),
        a.repostChain(),
        a.spam(),
        a.spam().suspected(),
        a.mentions().stream()
            .filter(m -> m.reason() != null)
            .map(m -> new Reason(m.id(), String.valueOf(m.reason())))
            .toList(),
        a.lane(),
        a.laneReason(),
        a.wantsDeepLane(),
        a.dictionaryVersion(),
        a.modelVersion());
  }
}
