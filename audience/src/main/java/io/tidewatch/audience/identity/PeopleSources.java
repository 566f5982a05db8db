package io.tidewatch.audience.identity;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says from where groups of users are known, and how many of them are matched. */
@FunctionalInterface
public interface PeopleSources {

  /**
   * By group, then source, none last.
   *
   * @param groupOf the group of a user id; null for nobody's
   * @param asOf nothing at or after it is read; null is now
   */
  List<SourceMatch> of(Function<String, @Nullable String> groupOf, @Nullable Instant asOf);
}
