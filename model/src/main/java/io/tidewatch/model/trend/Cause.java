package io.tidewatch.model.trend;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the talk in a window, told by comparison with the {@link
 * CauseQuery#PAST_WINDOWS} windows before it. It describes; it proves no cause.
 *
 * @param from inclusive start of the window
 * @param to exclusive end of the window
 * @param documents documents in the window
 * @param before documents in the windows before, a window
 * @param spread {@code organic}, {@code reposts}, {@code one-account}, {@code suspected-paid}, or
 *     {@code too-few} with less than ten documents
 * @param reposts share of the window's documents that pass another post on
 * @param suspected share that is suspected spam or paid
 * @param loudest the author whose posts and their reposts make up most of the window; null without
 *     authors
 * @param loudestShare that part of the window's documents
 * @param sentiment positive minus negative share of judged documents in the window; null when none
 *     judges
 * @param sentimentBefore the same for the windows before
 * @param sources each source's documents in the window and before, most first
 * @param terms what is said in the window more than before, see {@link CoMention}
 * @param evidence documents of the window, highest engagement first, at most ten
 */
public record Cause(
    Instant from,
    Instant to,
    long documents,
    double before,
    String spread,
    double reposts,
    double suspected,
    @Nullable String loudest,
    double loudestShare,
    @Nullable Interval3 sentiment,
    @Nullable Interval3 sentimentBefore,
    List<SourcePart> sources,
    List<CoMention> terms,
    List<String> evidence) {

  /** Most documents that an answer shows. */
  public static final int EVIDENCE = 10;

  public Cause {
    sources = List.copyOf(sources);
    terms = List.copyOf(terms);
    evidence = List.copyOf(evidence);
  }

  /**
   * One source's part.
   *
   * @param documents in the window
   * @param before in the windows before, a window
   */
  public record SourcePart(String source, long documents, double before) {}
}
