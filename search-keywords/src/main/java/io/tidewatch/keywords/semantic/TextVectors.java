package io.tidewatch.keywords.semantic;

import io.tidewatch.model.vector.Neighbor;
import io.tidewatch.model.vector.TextEmbedder;
import io.tidewatch.model.vector.VectorIndex;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Embedded texts in a vector index. An entry's id holds the text's subject; tags that spread the
 * entries over buckets let all ids be listed, so that the index is the only record of what has been
 * embedded. Entries of another version of the embedder are never found and are replaced. Safe from
 * any thread; one at a time writes.
 */
final class TextVectors {
  private static final int BUCKETS = 128;

  /** What a text is about. */
  enum Kind {
    KEYWORD,
    PRODUCT
  }

  /**
   * A text to embed.
   *
   * @param subject the keyword itself, or a product's id
   */
  record Entry(Kind kind, String subject, String text) {
    String id() {
      return kind == Kind.KEYWORD
          ? "k:" + subject
          : "p:" + Integer.toHexString(text.hashCode()) + ":" + subject;
    }
  }

  private final TextEmbedder embedder;
  private final VectorIndex index;
  /** Ids of all entries, of any version; null until they are listed. */
  private @Nullable Set<String> held;
  /** Of those, the ids of this embedder's version. */
  private final Set<String> current = new HashSet<>();

  /**
   * @throws IllegalArgumentException when both do not have vectors of one length
   */
  TextVectors(TextEmbedder embedder, VectorIndex index) {
    if (embedder.dimensions() != index.dimensions()) {
      throw new IllegalArgumentException("vectors: " + embedder.dimensions()
          + " numbers are required by " + embedder.version() + ", the index holds "
          + index.dimensions());
    }
    this.embedder = embedder;
    this.index = index;
  }

  /** Embeds those that are missing, at most {@code limit}; returns how many it embedded. */
  synchronized int add(Collection<Entry> entries, int limit) {
    Set<String> all = held();
    int added = 0;
    for (Entry entry : entries) {
      if (added >= limit) {
        break;
      }
      if (current.add(entry.id())) {
        try {
          index.put(
              entry.id(),
              embedder.embed(entry.text()),
              Set.of(entry.kind().name(), embedder.version(), bucket(entry.id())));
        } catch (RuntimeException e) {
          current.remove(entry.id());
          throw e;
        }
        all.add(entry.id());
        added++;
      }
    }
    if (added > 0) {
      index.commit();
    }
    return added;
  }

  /** Removes every entry that is not one of {@code wanted}; returns how many it removed. */
  synchronized int keepOnly(Collection<Entry> wanted) {
    var ids = wanted.stream().map(Entry::id).collect(Collectors.toSet());
    List<String> gone = held().stream().filter(id -> !ids.contains(id)).toList();
    for (String id : gone) {
      index.delete(id);
      held().remove(id);
      current.remove(id);
    }
    if (!gone.isEmpty()) {
      index.commit();
    }
    return gone.size();
  }

  /** The vector of a text that is not kept. */
  float[] embed(String text) {
    return embedder.embed(text);
  }

  /** Subjects of one kind, nearest first; a product comes once for each of its texts. */
  List<Neighbor> nearest(float[] vector, Kind kind, int k) {
    return index.nearest(vector, k, Set.of(kind.name(), embedder.version())).stream()
        .map(n -> new Neighbor(subject(n.id()), n.score()))
        .toList();
  }

  private Set<String> held() {
    Set<String> all = held;
    if (all == null) {
      all = new HashSet<>();
      for (int b = 0; b < BUCKETS; b++) {
        all.addAll(ids(Set.of("bucket:" + b)));
        current.addAll(ids(Set.of("bucket:" + b, embedder.version())));
      }
      held = all;
    }
    return all;
  }

  private List<String> ids(Set<String> tags) {
    float[] any = new float[index.dimensions()];
    any[0] = 1;
    return index.nearest(any, VectorIndex.MAX_NEIGHBORS, tags).stream()
        .map(Neighbor::id)
        .toList();
  }

  private static String bucket(String id) {
    return "bucket:" + Math.floorMod(id.hashCode(), BUCKETS);
  }

  private static String subject(String id) {
    return id.startsWith("k:") ? id.substring(2) : id.substring(id.indexOf(':', 2) + 1);
  }
}
