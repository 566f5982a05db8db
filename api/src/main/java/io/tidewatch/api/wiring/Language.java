package io.tidewatch.api.wiring;

import io.tidewatch.api.view.Json;
import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.annotation.DeepAnnotator;
import io.tidewatch.model.annotation.DocumentAnnotator;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.TargetAnnotator;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.nlp.corenlp.CoreNlpDeepAnnotator;
import io.tidewatch.nlp.corenlp.DeepModels;
import io.tidewatch.nlp.corenlp.DeepPipeline;
import io.tidewatch.nlp.hanlp.WordSegmenter;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The two lanes over the newest catalogue snapshot. The fast lane is built at its first use and
 * again when the catalogue has changed; whoever holds an older one may finish with it.
 */
public final class Language {
  private final Supplier<Catalogue> catalogue;
  private final Path modelsDir;
  private final DeepPipeline pipeline;
  private final Lazy<Lexicons> lexicons = new Lazy<>(Lexicons::shipped);
  private final Lazy<WordSegmenter> segmenter = new Lazy<>(WordSegmenter::new);
  private final Lazy<CoreNlpDeepAnnotator> deep;
  private volatile @Nullable FastAnnotator fast;

  Language(Supplier<Catalogue> catalogue, Settings settings) {
    this.catalogue = catalogue;
    this.modelsDir = settings.modelsDir();
    this.pipeline = settings.deepLane().pipeline();
    this.deep = new Lazy<>(() -> new CoreNlpDeepAnnotator(
        modelsDir, lexicons.get(), pipeline, settings.deepLane().limit(), System::nanoTime));
  }

  /** Language over the seed catalogue and a data directory's own entries, without owning it. */
  public static Language reading(Settings settings, Json json) {
    Catalogue snapshot = CatalogueJournal.snapshot(
        settings.dataDir().resolve(CatalogueJournal.FILE), SeedCatalogue.shipped(), json);
    return new Language(() -> snapshot, settings);
  }

  /** The fast lane of the newest snapshot. */
  public DocumentAnnotator annotator() {
    return fast();
  }

  /** Judges marked spans with the newest snapshot. */
  public TargetAnnotator targets() {
    return fast();
  }

  /** Version of the dictionaries that {@link #annotator} stamps on its annotations. */
  String dictionaryVersion() {
    return fast().annotate("", Hints.NONE).dictionaryVersion();
  }

  /** Whether a folded word with Chinese characters is one word without being promoted. */
  boolean inDictionary(String word) {
    boolean chinese = word.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    return chinese && segmenter.get().wordEnds(word.toCharArray(), 0, word.length()).length == 1;
  }

  /** Whether the deep lane's models are there. */
  boolean deepReady() {
    return DeepModels.status(modelsDir, pipeline).ready();
  }

  /**
   * The deep lane; its models are loaded at the first call.
   *
   * @throws IllegalStateException when they are not there, saying how to get them
   */
  public DeepAnnotator deep() {
    if (!deepReady()) {
      throw new IllegalStateException(
          "the deep lane's models are not there; get them with: ./tidewatch models fetch");
    }
    return deep.get();
  }

  private FastAnnotator fast() {
    Catalogue newest = catalogue.get();
    FastAnnotator built = fast;
    if (built == null || built.catalogue() != newest) {
      synchronized (this) {
        built = fast;
        if (built == null || built.catalogue() != newest) {
          built = new FastAnnotator(newest, lexicons.get());
          fast = built;
        }
      }
    }
    return built;
  }
}
