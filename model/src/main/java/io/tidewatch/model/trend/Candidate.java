package io.tidewatch.model.trend;

import io.tidewatch.model.annotation.MentionKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name that documents carry and the catalogue does not.
 *
 * @param name the surfaces folded in case and width, by which they are grouped
 * @param kind what it seems to be
 * @param surfaces how it was written in the examples, commonest first
 * @param documents documents that carry it
 * @param authors distinct authors of those documents; null when none of them has an author
 * @param firstSeen event time of the oldest of them
 * @param brandId the catalogue's brand that most often stands nearest to it in the examples; null
 *     when none stands beside it
 * @param examples the newest of the documents, at most {@link #EXAMPLES}
 */
public record Candidate(
    String name,
    MentionKind kind,
    List<String> surfaces,
    long documents,
    @Nullable Long authors,
    Instant firstSeen,
    @Nullable String brandId,
    List<Example> examples) {

  /** Most documents that a row shows. */
  public static final int EXAMPLES = 3;

  public Candidate {
    surfaces = List.copyOf(surfaces);
    examples = List.copyOf(examples);
  }

  /** A document by its key, source/id, and its text. */
  public record Example(String id, String text) {}
}
