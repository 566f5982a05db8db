package io.tidewatch.keywords.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidewatch.keywords.semantic.MediaNeighbors.Alike;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.Media;
import io.tidewatch.model.record.MediaVector;
import io.tidewatch.model.record.Post;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PostMediaTest {
  private static final Instant AT = Instant.parse("2025-06-10T00:00:00Z");

  private final MediaSpaces spaces =
      new MediaSpaces((space, dimensions) -> new PlainVectorIndex(dimensions));
  private final PostMedia posts = new PostMedia(spaces);
  private final MediaNeighbors products = new MediaNeighbors(spaces);
  private final Catalogue shop = new Catalogue(
      List.of(),
      List.of(),
      List.of(
          new Product("a", "A", "b", "c", null, List.of(), List.of(media(vector(1, 0)))),
          new Product("d", "D", "b", "c", null, List.of(), List.of())),
      List.of());

  private static MediaVector vector(float... numbers) {
    return new MediaVector("clip", Stream.of(box(numbers)).toList());
  }

  private static Float[] box(float... numbers) {
    var boxed = new Float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      boxed[i] = numbers[i];
    }
    return boxed;
  }

  private static Media media(MediaVector vector) {
    return new Media("https://example.com/1", "一张图", vector);
  }

  private static Post post(String id, MediaVector... vectors) {
    return new Post(
        new Envelope("weibo", null, AT, id.hashCode(), null),
        id,
        "u",
        AT,
        "今天穿了新外套 " + id,
        null,
        null,
        null,
        null,
        null,
        null,
        Stream.of(vectors).map(PostMediaTest::media).toList());
  }

  private void accept(Post... all) {
    for (Post post : all) {
      posts.accept(post);
    }
    spaces.commit();
  }

  private List<Alike> like(Function<DocumentKey, Optional<String>> text) {
    return posts.like("a", shop, text, 10);
  }

  private List<Alike> like() {
    return like(key -> Optional.of("今天穿了新外套 " + key.id()));
  }

  @Test
  void like_product_findsPostsBestFirstAndNoProducts() {
    accept(post("far", vector(0, 1)), post("near", vector(9, 1)), post("plain"));
    products.like("a", shop, 5);

    assertThat(like()).extracting(Alike::document).containsExactly("weibo/near", "weibo/far");
    Alike best = like().getFirst();
    assertThat(best.kind()).isEqualTo("post");
    assertThat(best.productId()).isNull();
    assertThat(best.name()).isEqualTo("今天穿了新外套 near");
    assertThat(best.score()).isBetween(.99, 1.0);
    assertThat(products.near(vector(1, 0), shop, 5))
        .extracting(Alike::productId)
        .containsExactly("a");
    assertThat(posts.like("d", shop, key -> Optional.of(""), 5)).isEmpty();
  }

  @Test
  void accept_correctionWithOtherPictures_replacesThem() {
    accept(post("p", vector(1, 0), vector(0, 1)));
    accept(post("p", vector(0, 1)));

    assertThat(like().getFirst().score()).isBetween(-.01, .01);
    accept(post("p"));
    assertThat(like()).isEmpty();
  }

  @Test
  void like_postThatIsGone_isNoAnswer() {
    accept(post("p", vector(1, 0)), post("q", vector(1, 0)));
    posts.remove(new DocumentKey("weibo", "q"));
    spaces.commit();

    assertThat(like()).extracting(Alike::document).containsExactly("weibo/p");
    assertThat(like(key -> Optional.empty())).isEmpty();
  }

  @Test
  void accept_vectorOfAnotherLength_isCountedAndLeftOut() {
    accept(post("p", vector(1, 0)), post("q", vector(1, 0, 0)));

    assertThat(posts.refused()).isEqualTo(1);
    assertThat(like()).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> posts.near(vector(1, 0, 0), key -> Optional.of("x"), 5))
        .withMessageContaining("2 numbers are required in the space clip, got 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> posts.like("nothing", shop, key -> Optional.of("x"), 5))
        .withMessageContaining("product:");
  }
}
