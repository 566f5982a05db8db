package io.tidewatch.keywords.semantic;

import java.time.Instant;
import java.util.List;

/** What was written under pictures and videos of posts that name exactly one product. */
@FunctionalInterface
public interface PostCaptions {

  /** None at all. */
  PostCaptions NONE = (from, to, limit) -> List.of();

  /** Those of posts in [from, to), the newest posts first; at most {@code limit}. */
  List<PostCaption> newest(Instant from, Instant to, int limit);

  /**
   * A caption, not blank.
   *
   * @param productId of the catalogue
   */
  record PostCaption(String productId, String caption) {}
}
