package io.tidewatch.keywords.semantic;

import io.tidewatch.keywords.semantic.MediaNeighbors.Alike;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.record.Media;
import io.tidewatch.model.record.MediaVector;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.vector.Neighbor;
import io.tidewatch.model.vector.VectorIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Posts whose pictures or videos look alike, by the vectors that senders supplied, in the same spaces
 * as those of products. Of one post the first {@value #MOST} vectors are kept. Safe from any thread.
 */
public final class PostMedia {
  static final int MOST = 8;
  /** Tells entries of posts from those of products. */
  static final String TAG = "post";

  private static final int LONGEST_NAME = 40;

  private final MediaSpaces spaces;
  private final AtomicLong refused = new AtomicLong();

  public PostMedia(MediaSpaces spaces) {
    this.spaces = spaces;
  }

  /** Keeps a post's vectors in place of those before; found after {@link MediaSpaces#commit}. */
  public void accept(Post post) {
    DocumentKey key = post.key();
    List<MediaVector> vectors = post.media().stream()
        .map(Media::vector)
        .filter(Objects::nonNull)
        .limit(MOST)
        .toList();
    remove(key);
    for (int n = 0; n < vectors.size(); n++) {
      MediaVector vector = vectors.get(n);
      try {
        spaces.of(vector).put(id(n, key), vector.array(), Set.of(TAG));
      } catch (IllegalArgumentException e) {
        refused.incrementAndGet();
      }
    }
  }

  /** Forgets a post's vectors in the spaces that are open. */
  public void remove(DocumentKey key) {
    for (VectorIndex index : spaces.opened()) {
      for (int n = 0; n < MOST; n++) {
        index.delete(id(n, key));
      }
    }
  }

  /** Vectors that were left out since the start, for another length than their space has. */
  public long refused() {
    return refused.get();
  }

  /**
   * Posts that look like a product of the catalogue, best first; empty when it has no vectors.
   *
   * @param text of a stored post; empty when it is gone, then it is no answer
   * @param top rows at most, 1 to 200
   * @throws IllegalArgumentException for an unknown product, or a vector of another length than its
   *     space
   */
  public List<Alike> like(
      String productId,
      Catalogue catalogue,
      Function<DocumentKey, Optional<String>> text,
      int top) {
    Product product = MediaNeighbors.product(productId, catalogue);
    var alike = new ArrayList<Alike>();
    for (MediaVector vector : MediaNeighbors.vectors(product)) {
      alike.addAll(near(vector, text, top));
    }
    return MediaNeighbors.best(alike, top);
  }

  /** Posts nearest to a given vector of a space, as {@link #like} answers. */
  public List<Alike> near(
      MediaVector vector, Function<DocumentKey, Optional<String>> text, int top) {
    int k = Math.min(VectorIndex.MAX_NEIGHBORS, MOST * top);
    var alike = new ArrayList<Alike>();
    for (Neighbor neighbor : spaces.of(vector).nearest(vector.array(), k, Set.of(TAG))) {
      DocumentKey key = DocumentKey.parse(neighbor.id().substring(neighbor.id().indexOf(':') + 1));
      text.apply(key)
          .ifPresent(said -> alike.add(Alike.post(
              key.toString(),
              said.substring(0, said.offsetByCodePoints(0, shown(said))),
              vector.space(),
              neighbor.score())));
    }
    return MediaNeighbors.best(alike, top);
  }

  private static int shown(String text) {
    return Math.min(LONGEST_NAME, text.codePointCount(0, text.length()));
  }

  private static String id(int n, DocumentKey key) {
    return "@" + n + ":" + key;
  }
}
