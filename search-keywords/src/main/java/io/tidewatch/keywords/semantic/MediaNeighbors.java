package io.tidewatch.keywords.semantic;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.Media;
import io.tidewatch.model.record.MediaVector;
import io.tidewatch.model.vector.Neighbor;
import io.tidewatch.model.vector.VectorIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Products whose pictures or videos look alike, by the vectors that senders supplied; each space
 * has an index of its own, whose length its first vector decides. No picture is read here. Safe
 * from any thread.
 */
public final class MediaNeighbors {
  /** Tells entries of products from those of posts. */
  static final String TAG = "product";

  private final MediaSpaces spaces;
  private final List<String> refused = new ArrayList<>();
  private @Nullable String version;

  /**
   * A product or post that looks like what was asked for.
   *
   * @param productId null for a post
   * @param name of the product, or the beginning of the post's text
   * @param score cosine of its nearest picture, -1 to 1
   * @param kind {@code product} or {@code post}
   * @param document key of the post; null for a product
   */
  public record Alike(
      @Nullable String productId,
      String name,
      String space,
      double score,
      String kind,
      @Nullable String document) {

    static Alike product(Product product, String space, double score) {
      return new Alike(product.id(), product.name(), space, score, TAG, null);
    }

    static Alike post(String key, String text, String space, double score) {
      return new Alike(null, text, space, score, PostMedia.TAG, key);
    }

    private String id() {
      return productId != null ? productId : String.valueOf(document);
    }
  }

  public MediaNeighbors(MediaSpaces spaces) {
    this.spaces = spaces;
  }

  /**
   * Products that look like one of the catalogue, best first, in every space that its own media have
   * vectors of; itself left out. Empty when it has none.
   *
   * @param top rows at most, 1 to 200
   * @throws IllegalArgumentException for an unknown product
   */
  public List<Alike> like(String productId, Catalogue catalogue, int top) {
    Product product = product(productId, catalogue);
    var alike = new ArrayList<Alike>();
    for (MediaVector vector : vectors(product)) {
      alike.addAll(near(vector, catalogue, top + product.media().size()));
    }
    alike.removeIf(a -> productId.equals(a.productId()));
    return best(alike, top);
  }

  /**
   * Products nearest to a given vector of a space, best first; empty for a space without entries.
   *
   * @throws IllegalArgumentException when vectors of that space have another length
   */
  public List<Alike> near(MediaVector vector, Catalogue catalogue, int top) {
    refresh(catalogue);
    VectorIndex index = spaces.of(vector);
    var alike = new ArrayList<Alike>();
    int k = Math.min(VectorIndex.MAX_NEIGHBORS, 4 * top);
    for (Neighbor neighbor : index.nearest(vector.array(), k, Set.of(TAG))) {
      int colon = neighbor.id().indexOf(':');
      int n = Integer.parseInt(neighbor.id().substring(0, colon));
      catalogue
          .product(neighbor.id().substring(colon + 1))
          .filter(p -> holds(p, n, vector.space()))
          .ifPresent(p -> alike.add(Alike.product(p, vector.space(), neighbor.score())));
    }
    return best(alike, top);
  }

  /** Products whose vector has another length than its space, with the rule; they are left out. */
  public synchronized List<String> refused(Catalogue catalogue) {
    refresh(catalogue);
    return List.copyOf(refused);
  }

  /** Brings the indexes up to the catalogue's vectors. */
  private synchronized void refresh(Catalogue catalogue) {
    if (catalogue.version().equals(version)) {
      return;
    }
    refused.clear();
    for (Product product : catalogue.products()) {
      List<MediaVector> vectors = vectors(product);
      for (int n = 0; n < vectors.size(); n++) {
        MediaVector vector = vectors.get(n);
        try {
          spaces.of(vector).put(n + ":" + product.id(), vector.array(), Set.of(TAG));
        } catch (IllegalArgumentException e) {
          refused.add("product " + product.id() + ": " + e.getMessage());
        }
      }
    }
    spaces.commit();
    version = catalogue.version();
  }

  /**
   * A product of the catalogue.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Product product(String productId, Catalogue catalogue) {
    return catalogue
        .product(productId)
        .orElseThrow(() -> new IllegalArgumentException(
            "product: an id of the catalogue is required, got " + productId));
  }

  /** An earlier run may have left an entry of a picture that is gone. */
  private static boolean holds(Product product, int n, String space) {
    List<MediaVector> vectors = vectors(product);
    return n < vectors.size() && vectors.get(n).space().equals(space);
  }

  static List<MediaVector> vectors(Product product) {
    return product.media().stream().map(Media::vector).filter(Objects::nonNull).toList();
  }

  /** Each once, by its nearest picture. */
  static List<Alike> best(List<Alike> alike, int top) {
    var nearest = new LinkedHashMap<String, Alike>();
    alike.stream()
        .sorted(Comparator.comparingDouble(Alike::score).reversed().thenComparing(Alike::id))
        .forEach(a -> nearest.putIfAbsent(a.id(), a));
    return nearest.values().stream().limit(top).toList();
  }
}
