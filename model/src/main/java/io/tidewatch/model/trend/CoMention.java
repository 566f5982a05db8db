package io.tidewatch.model.trend;

import java.util.List;

/**
 * A key that documents matching a query carry more, or less, often than the others.
 *
 * @param key catalogue id, aspect id, hashtag or term
 * @param count distinct units that carry it in matching documents, each once a local day
 * @param others distinct units that carry it in all other documents of the same stretch of time
 * @param share of the matching units
 * @param lift how many times the share that the key has among the others; the smoothed ratio, above 0
 * @param z log-odds against the others in standard deviations, see the formulas; above 1.96 the key
 *     belongs to the query more than chance explains
 * @param evidence newest documents that match and carry it, at most three
 */
public record CoMention(
    String key,
    String name,
    KeyKind kind,
    long count,
    long others,
    double share,
    double lift,
    double z,
    List<String> evidence) {

  /** Most documents that a row shows. */
  public static final int EVIDENCE = 3;

  public CoMention {
    evidence = List.copyOf(evidence);
  }
}
