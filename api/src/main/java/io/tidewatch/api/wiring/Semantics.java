package io.tidewatch.api.wiring;

import io.tidewatch.keywords.semantic.MediaNeighbors;
import io.tidewatch.keywords.semantic.MediaSpaces;
import io.tidewatch.keywords.semantic.PostCaptions;
import io.tidewatch.keywords.semantic.PostMedia;
import io.tidewatch.keywords.semantic.SemanticConfig;
import io.tidewatch.keywords.semantic.SemanticKeywords;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.vector.TextEmbedder;
import io.tidewatch.model.vector.VectorIndex;
import io.tidewatch.nlp.embedding.BgeTextEmbedder;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keywords and pictures by meaning, with the engine's vectors behind them, each opened when it is
 * first needed. A command embeds all that is new before it answers. A service embeds within a share
 * of a processor, from the first tick, and answers with what there is.
 */
final class Semantics implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Semantics.class);
  private static final double CPU = .1;
  private static final int TICK = 32;

  private final Lazy<VectorIndex> texts;
  private final Lazy<SemanticKeywords> keywords;
  private final MediaSpaces spaces;
  private final MediaNeighbors media;
  private final PostMedia posts;
  private final CpuShare share;
  private volatile boolean serving;
  private volatile boolean failed;

  Semantics(
      DocumentEngine engine,
      DataDirectory directory,
      Supplier<? extends BehaviorStore> behavior,
      CatalogueStore catalogue,
      PostCaptions captions,
      InstantSource clock) {
    TextEmbedder embedder = new BgeTextEmbedder();
    texts = new Lazy<>(() -> engine.openVectors(directory, "texts", embedder.dimensions()));
    keywords = new Lazy<>(() -> new SemanticKeywords(
        behavior.get(), catalogue, captions, embedder, texts.get(), SemanticConfig.DEFAULT, clock));
    spaces = new MediaSpaces(
        (space, dimensions) -> engine.openVectors(directory, "media-" + space, dimensions));
    media = new MediaNeighbors(spaces);
    posts = new PostMedia(spaces);
    share = new CpuShare(CPU, clock);
  }

  /** Ready to be asked. */
  SemanticKeywords keywords() {
    SemanticKeywords opened = keywords.get();
    if (!serving) {
      refresh(opened, Integer.MAX_VALUE);
    }
    return opened;
  }

  MediaNeighbors media() {
    return media;
  }

  PostMedia posts() {
    return posts;
  }

  /** The documents, with the picture vectors of their posts kept beside them. */
  DocumentStore pictured(DocumentStore documents) {
    return new PicturedDocuments(documents, spaces, posts);
  }

  /** A tick of a service. */
  void tend() {
    serving = true;
    share.run(() -> refresh(keywords.get(), TICK));
  }

  /** Without the model the answers do without vectors; that is said once. */
  private int refresh(SemanticKeywords opened, int limit) {
    if (failed) {
      return 0;
    }
    try {
      return opened.refresh(limit);
    } catch (IllegalStateException e) {
      failed = true;
      log.warn("keywords are not embedded: {}", e.getMessage());
      return 0;
    }
  }

  @Override
  public void close() {
    spaces.close();
    texts.ifOpened(VectorIndex::close);
  }
}
