package io.tidewatch.nlp.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells whether a text shares most of its character triples with one of many. Immutable. */
final class SharedTriples {
  private static final double ALIKE = 0.6;

  private final Map<String, List<Integer>> holders = new HashMap<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final Set<String> texts;

  SharedTriples(List<String> texts) {
    this.texts = Set.copyOf(texts);
    for (String text : this.texts) {
      Set<String> triples = triples(text);
      triples.forEach(t -> holders.computeIfAbsent(t, k -> new ArrayList<>()).add(sizes.size()));
      sizes.add(triples.size());
    }
  }

  /** Whether the text is one of them, or the Jaccard index of the triples with one is 0.6 or more. */
  boolean matches(String text) {
    if (texts.contains(text)) {
      return true;
    }
    Set<String> triples = triples(text);
    Map<Integer, Integer> shared = new HashMap<>();
    for (String triple : triples) {
      holders.getOrDefault(triple, List.of()).forEach(h -> shared.merge(h, 1, Integer::sum));
    }
    return shared.entrySet().stream()
        .anyMatch(
            e -> e.getValue() >= ALIKE * (triples.size() + sizes.get(e.getKey()) - e.getValue()));
  }

  private static Set<String> triples(String text) {
    var triples = new HashSet<String>();
    for (int i = 0; i + 3 <= text.length(); i++) {
      triples.add(text.substring(i, i + 3));
    }
    return triples;
  }
}
