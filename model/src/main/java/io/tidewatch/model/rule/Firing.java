package io.tidewatch.model.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key that fulfilled a rule's condition.
 *
 * @param key catalogue id, aspect id, hashtag or term; the query of a rule that has one
 * @param name as people read it
 * @param value what was measured and compared with the threshold
 * @param count units behind the value; documents where shares are judged
 * @param expected units expected from the key's own past; null where nothing is expected
 * @param evidence keys of documents that prove it, at most ten
 */
public record Firing(
    String key,
    String name,
    double value,
    long count,
    @Nullable Double expected,
    List<String> evidence) {

  public Firing {
    evidence = List.copyOf(evidence);
  }
}
