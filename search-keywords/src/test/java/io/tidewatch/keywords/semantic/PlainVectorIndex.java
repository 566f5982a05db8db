package io.tidewatch.keywords.semantic;

import io.tidewatch.model.vector.Neighbor;
import io.tidewatch.model.vector.VectorIndex;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at every entry. What was written is found after a commit. */
final class PlainVectorIndex implements VectorIndex {
  private final int dimensions;
  private final Map<String, Entry> written = new HashMap<>();
  private Map<String, Entry> found = Map.of();
  int puts;
  boolean closed;

  private record Entry(float[] vector, Set<String> tags) {}

  PlainVectorIndex(int dimensions) {
    this.dimensions = dimensions;
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public synchronized void put(String id, float[] vector, Set<String> tags) {
    if (vector.length != dimensions) {
      throw new IllegalArgumentException("vector: another length is required");
    }
    puts++;
    written.put(id, new Entry(vector.clone(), Set.copyOf(tags)));
  }

  @Override
  public synchronized void delete(String id) {
    written.remove(id);
  }

  @Override
  public synchronized List<Neighbor> nearest(float[] vector, int k, Set<String> tags) {
    return found.entrySet().stream()
        .filter(e -> e.getValue().tags().containsAll(tags))
        .map(e -> new Neighbor(e.getKey(), cosine(vector, e.getValue().vector())))
        .sorted(Comparator.comparingDouble(Neighbor::score).reversed().thenComparing(Neighbor::id))
        .limit(k)
        .toList();
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      x += a[i] * a[i];
      y += b[i] * b[i];
    }
    return dot / Math.sqrt(x * y);
  }

  @Override
  public synchronized long count() {
    return found.size();
  }

  @Override
  public synchronized void commit() {
    found = Map.copyOf(written);
  }

  @Override
  public void close() {
    closed = true;
  }
}
