package io.tidewatch.keywords.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidewatch.keywords.semantic.MediaNeighbors.Alike;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.Media;
import io.tidewatch.model.record.MediaVector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MediaNeighborsTest {
  private final List<PlainVectorIndex> opened = new ArrayList<>();
  private final MediaSpaces spaces = new MediaSpaces((space, dimensions) -> {
    opened.add(new PlainVectorIndex(dimensions));
    return opened.getLast();
  });
  private final MediaNeighbors neighbors = new MediaNeighbors(spaces);

  private static Product product(String id, MediaVector... vectors) {
    var media = new ArrayList<Media>();
    for (MediaVector vector : vectors) {
      media.add(new Media("https://example.com/" + id, null, vector));
    }
    return new Product(id, id.toUpperCase(java.util.Locale.ROOT), "b", "c", null, List.of(), media);
  }

  private static MediaVector vector(String space, float... numbers) {
    var list = new ArrayList<Float>();
    for (float number : numbers) {
      list.add(number);
    }
    return new MediaVector(space, list);
  }

  private static Catalogue catalogue(Product... products) {
    return new Catalogue(List.of(), List.of(), List.of(products), List.of());
  }

  private final Catalogue shop = catalogue(
      product("a", vector("clip", 1, 0), vector("video", 1, 1, 1)),
      product("b", vector("clip", 9, 1)),
      product("c", vector("clip", 0, 1)),
      product("d"));

  @Test
  void like_product_isBestFirstWithoutItself() {
    assertThat(neighbors.like("a", shop, 10))
        .extracting(Alike::productId)
        .containsExactly("b", "c");
    assertThat(neighbors.like("a", shop, 10).getFirst().score()).isBetween(.99, 1.0);
    assertThat(neighbors.like("a", shop, 1)).hasSize(1);
  }

  @Test
  void like_productWithoutVectors_isEmpty() {
    assertThat(neighbors.like("d", shop, 10)).isEmpty();
  }

  @Test
  void like_unknownProduct_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> neighbors.like("x", shop, 10))
        .withMessage("product: an id of the catalogue is required, got x");
  }

  @Test
  void near_spaces_areApart() {
    assertThat(neighbors.near(vector("video", 1, 1, 0), shop, 10))
        .extracting(Alike::productId)
        .containsExactly("a");
    assertThat(neighbors.near(vector("other", 1), shop, 10)).isEmpty();
  }

  @Test
  void near_otherLength_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> neighbors.near(vector("clip", 1, 0, 0), shop, 10))
        .withMessage("vector: 2 numbers are required in the space clip, got 3");
  }

  @Test
  void refused_productOfAnotherLength_isNamedAndLeftOut() {
    Catalogue mixed =
        catalogue(product("a", vector("clip", 1, 0)), product("b", vector("clip", 1, 0, 0)));
    assertThat(neighbors.refused(mixed))
        .containsExactly("product b: vector: 2 numbers are required in the space clip, got 3");
    assertThat(neighbors.near(vector("clip", 1, 0), mixed, 10))
        .extracting(Alike::productId)
        .containsExactly("a");
    assertThat(neighbors.refused(shop)).isEmpty();
  }

  @Test
  void near_pictureThatIsGone_isNotFound() {
    neighbors.like("a", shop, 10);
    Catalogue without = catalogue(product("a", vector("clip", 1, 0)), product("b"));
    assertThat(neighbors.near(vector("clip", 1, 0), without, 10))
        .extracting(Alike::productId)
        .containsExactly("a");
  }

  @Test
  void close_closesEverySpace() {
    neighbors.like("a", shop, 10);
    spaces.close();
    assertThat(opened).hasSize(2).allMatch(index -> index.closed);
  }
}
