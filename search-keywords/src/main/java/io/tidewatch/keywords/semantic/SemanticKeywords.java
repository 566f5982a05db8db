package io.tidewatch.keywords.semantic;

import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.KeywordText;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.vector.TextEmbedder;
import io.tidewatch.model.vector.VectorIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the search keywords that an imprecise wish means, such as 约会穿什么好看: near in meaning or
 * text, and followed by the clicks that follow words near the wish. Texts are embedded by {@link
 * #refresh}, only those that are new; questions read the last snapshot. Safe from any thread.
 */
public final class SemanticKeywords {
  private static final int MAX_TOP = 1000;

  private final BehaviorStore store;
  private final CatalogueStore catalogues;
  private final PostCaptions captions;
  private final TextVectors vectors;
  private final SemanticConfig config;
  private final InstantSource clock;
  private volatile @Nullable Snapshot snapshot;

  /**
   * @param captions read again when behaviour or catalogue changed
   * @param index belongs to these keywords alone
   * @throws IllegalArgumentException when embedder and index have vectors of unlike lengths
   */
  public SemanticKeywords(
      BehaviorStore store,
      CatalogueStore catalogues,
      PostCaptions captions,
      TextEmbedder embedder,
      VectorIndex index,
      SemanticConfig config,
      InstantSource clock) {
    this.store = store;
    this.catalogues = catalogues;
    this.captions = captions;
    this.vectors = new TextVectors(embedder, index);
    this.config = config;
    this.clock = clock;
  }

  /**
   * Reads the behaviour again where it has changed and embeds at most {@code limit} new texts. Once
   * all are there, it forgets those that the window no longer holds and learns the weights. One
   * caller at a time works; others wait.
   *
   * @return texts embedded; less than {@code limit} when all are there
   * @throws IllegalStateException when the model is missing or damaged
   */
  public synchronized int refresh(int limit) {
    Snapshot now = read();
    if (now == null || now.settled()) {
      return 0;
    }
    int added = vectors.add(now.entries(), limit);
    if (added < limit) {
      vectors.keepOnly(now.entries());
      snapshot = now.settledWith(fit(now));
    }
    return added;
  }

  /**
   * Keywords that a wish may mean, best first, then by searchers and keyword; empty when the store
   * is. Of a text beyond the model's 512 tokens the beginning is read. Without vectors the answer
   * rests on words and clicks, and its reasons say so.
   *
   * @param brandId only keywords that lead to a category where this brand of the catalogue sells;
   *     null for all
   * @param top rows at most, 1 to 1,000
   * @param language of the reasons: English for English, else Chinese
   * @throws IllegalArgumentException for a wish without a letter or digit, an unknown brand, or a
   *     {@code top} out of range
   */
  public List<SimilarKeyword> similar(
      String wish, @Nullable String brandId, int top, Locale language) {
    if (top < 1 || top > MAX_TOP) {
      throw new IllegalArgumentException(
          "top: a number from 1 to " + MAX_TOP + " is required, got " + top);
    }
    String text = KeywordText.normalise(wish);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("wish: a visible character is required, got nothing");
    }
    Catalogue catalogue = catalogues.current();
    if (brandId != null && catalogue.brand(brandId).isEmpty()) {
      throw new IllegalArgumentException(
          "brand: an id of the catalogue is required, got " + brandId);
    }
    Snapshot now = current();
    if (now == null) {
      return List.of();
    }
    WishReader.Nearest nearest = nearest(text);
    var reading = reader(now.vocabulary()).read(text, nearest);
    boolean seen = !nearest.keywords().isEmpty();
    return new WishRanking(now.vocabulary(), now.mix(), seen, catalogue, language)
        .best(reading, brandId, top);
  }

  /** Where the window ends that was read (exclusive); empty when the store is. */
  public Optional<Instant> end() {
    Snapshot now = current();
    return now == null ? Optional.empty() : Optional.of(now.window().to());
  }

  private @Nullable Snapshot current() {
    Snapshot now = snapshot;
    if (now == null) {
      synchronized (this) {
        now = read();
      }
    }
    return now;
  }

  /** None when the model is not there: then words and clicks alone answer. */
  WishReader.Nearest nearest(String text) {
    try {
      return WishReader.Nearest.of(vectors.embed(text), vectors);
    } catch (IllegalStateException e) {
      return WishReader.Nearest.NONE;
    }
  }

  WishReader reader(Vocabulary vocabulary) {
    return new WishReader(vocabulary, config);
  }

  /**
   * The last snapshot.
   *
   * @throws IllegalStateException when there is none, since the store is empty
   */
  Snapshot snapshot() {
    Snapshot last = snapshot;
    if (last == null) {
      throw new IllegalStateException("behaviour: searches are required, the store holds none");
    }
    return last;
  }

  private @Nullable Snapshot read() {
    Snapshot last = snapshot;
    Instant time = clock.instant();
    var state = new Snapshot.State(store.revision(), catalogues.current().version());
    if (last != null
        && (last.state().equals(state)
            || Duration.between(last.read(), time).compareTo(config.patience()) < 0)) {
      return last;
    }
    Optional<Instant> newest = store.newestEventTime();
    if (newest.isEmpty()) {
      return null;
    }
    Window window = Window.before(newest.get().plusMillis(1), config.windowDays(), config.zone());
    Vocabulary vocabulary = Vocabulary.read(store, catalogues.current(), window, config);
    Snapshot fresh = new Snapshot(
        state,
        time,
        window,
        vocabulary,
        vocabulary.entries(captions.newest(window.from(), window.to(), config.maxCaptions())),
        last == null ? Mix.DEFAULT : last.mix(),
        false);
    snapshot = fresh;
    return fresh;
  }

  private Mix fit(Snapshot now) {
    Instant split = now.window().to().minus(Duration.ofDays(config.laterDays()));
    Catalogue catalogue = catalogues.current();
    Vocabulary earlier = Vocabulary.read(
        store, catalogue, new Window(now.window().from(), split, config.zone()), config);
    Vocabulary later = Vocabulary.read(
        store, catalogue, new Window(split, now.window().to(), config.zone()), config);
    return new MixFit(earlier, later, config)
        .fit(keyword -> WishReader.Nearest.of(vectors.embed(keyword), vectors));
  }
}
