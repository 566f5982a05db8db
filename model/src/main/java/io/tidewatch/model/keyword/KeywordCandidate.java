package io.tidewatch.model.keyword;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A word that may become a keyword.
 *
 * @param word as people write it
 * @param source short name of where it comes from, such as {@code talk}
 * @param with what led to it, such as an occasion or an aspect; empty when the source says it all
 * @param counts raw counts by name, in order
 * @param evidence keys of documents, at most a few
 */
public record KeywordCandidate(
    String word, String source, String with, Map<String, Long> counts, List<String> evidence) {

  public KeywordCandidate {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    evidence = List.copyOf(evidence);
  }
}
