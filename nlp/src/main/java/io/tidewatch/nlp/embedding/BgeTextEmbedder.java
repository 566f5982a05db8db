package io.tidewatch.nlp.embedding;

import io.tidewatch.model.vector.TextEmbedder;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * BGE-small-zh v1.5 [Xiao et al. 2023, MIT licence], whose published int8 file is read at the first
 * text. The vectors of the last texts are kept. A caller computes in its own thread; callers do not
 * wait for each other but for the loading.
 */
public final class BgeTextEmbedder implements TextEmbedder {
  private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-zh-v1.5-q-tokenizer.json";
  private static final int KEPT = 2048;

  private final Source source;
  private final Map<String, float[]> recent = new LinkedHashMap<>(16, .75f, true);
  private @Nullable Loaded loaded;

  /** Gives the published files by name; null for one that is not there. */
  interface Source {
    @Nullable
    InputStream open(String name);
  }

  /** The model on the class path. */
  public BgeTextEmbedder() {
    this(BgeTextEmbedder.class::getResourceAsStream);
  }

  BgeTextEmbedder(Source source) {
    this.source = source;
  }

  @Override
  public String version() {
    return "bge-small-zh-1.5-q/1";
  }

  @Override
  public int dimensions() {
    return BertWeights.WIDTH;
  }

  @Override
  public float[] embed(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text: a visible character is required, got nothing");
    }
    synchronized (recent) {
      float[] known = recent.get(text);
      if (known != null) {
        return known.clone();
      }
    }
    Loaded model = model();
    float[] vector = model.encoder().encode(model.pieces().of(text, BertWeights.POSITIONS));
    synchronized (recent) {
      recent.put(text, vector);
      if (recent.size() > KEPT) {
        recent.remove(recent.keySet().iterator().next());
      }
    }
    return vector.clone();
  }

  private synchronized Loaded model() {
    Loaded model = loaded;
    if (model == null) {
      model = new Loaded(
          WordPieces.read(bytes(TOKENIZER)),
          new BertEncoder(BertWeights.of(OnnxTensors.read(bytes(MODEL)))));
      loaded = model;
    }
    return model;
  }

  private byte[] bytes(String name) {
    try (InputStream in = source.open(name)) {
      if (in == null) {
        throw new IllegalStateException("embedding model: " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("embedding model: " + name + " cannot be read", e);
    }
  }

  private record Loaded(WordPieces pieces, BertEncoder encoder) {}
}
