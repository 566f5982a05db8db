package io.tidewatch.nlp.embedding;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The weights of a four-layer BERT. All matrices stay bytes, as published: less memory is read for
 * each text.
 *
 * @param tokens quantised, {@link #WIDTH} bytes a token
 * @param start by position: the vectors of position and kind, summed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BertWeights(
    ByteBuffer tokens,
    float tokenScale,
    int tokenZero,
    float[][] start,
    Norm norm,
    List<Layer> layers) {
  static final int WIDTH = 512;
  static final int INNER = 2048;
  static final int POSITIONS = 512;
  private static final int VOCABULARY = 21_128;
  private static final int LAYERS = 4;
  private static final int MATRICES = 6;
  private static final String SUFFIX = "_quantized";
  private static final String WORDS = "embeddings.word_embeddings.weight";
  private static final String PLACES = "embeddings.position_embeddings.weight";
  private static final String KINDS = "embeddings.token_type_embeddings.weight";

  BertWeights {
    layers = List.copyOf(layers);
  }

  /** Gain and bias of a layer normalisation. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Norm(float[] gain, float[] bias) {}

  /** A matrix by rows, one an input; a column's numbers times its scale; and what is added. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Dense(byte[][] rows, float[] scale, float[] bias) {}

  /** One block: attention and the feed-forward net, each with its normalisation. */
  record Layer(
      Dense query,
      Dense key,
      Dense value,
      Dense attention,
      Norm attentionNorm,
      Dense inner,
      Dense output,
      Norm outputNorm) {}

  /**
   * Takes the weights out of the published file. Its matrices have numbers for names; they stand in
   * the order in which a layer uses them.
   *
   * @throws IllegalStateException when a tensor is missing or has another shape
   */
  static BertWeights of(OnnxTensors tensors) {
    List<String> matrices = tensors.names().stream()
        .filter(name -> name.startsWith("onnx::MatMul") && name.endsWith(SUFFIX))
        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
        .toList();
    if (matrices.size() != LAYERS * MATRICES) {
      throw new IllegalStateException("embedding model: " + LAYERS * MATRICES
          + " matrices are required, got " + matrices.size());
    }
    var layers = new ArrayList<Layer>();
    for (int l = 0; l < LAYERS; l++) {
      List<String> names = matrices.subList(l * MATRICES, (l + 1) * MATRICES);
      String layer = "encoder.layer." + l + ".";
      layers.add(new Layer(
          dense(tensors, names.get(0), layer + "attention.self.query", WIDTH, WIDTH),
          dense(tensors, names.get(1), layer + "attention.self.key", WIDTH, WIDTH),
          dense(tensors, names.get(2), layer + "attention.self.value", WIDTH, WIDTH),
          dense(tensors, names.get(3), layer + "attention.output.dense", WIDTH, WIDTH),
          norm(tensors, layer + "attention.output.LayerNorm"),
          dense(tensors, names.get(4), layer + "intermediate.dense", WIDTH, INNER),
          dense(tensors, names.get(5), layer + "output.dense", INNER, WIDTH),
          norm(tensors, layer + "output.LayerNorm")));
    }
    return new BertWeights(
        tensors.get(WORDS + SUFFIX, VOCABULARY, WIDTH).bytes(),
        scale(tensors, WORDS),
        zero(tensors, WORDS),
        start(tensors),
        norm(tensors, "embeddings.LayerNorm"),
        layers);
  }

  private static float[][] start(OnnxTensors tensors) {
    ByteBuffer places = tensors.get(PLACES + SUFFIX, POSITIONS, WIDTH).bytes();
    ByteBuffer kinds = tensors.get(KINDS + SUFFIX, 2, WIDTH).bytes();
    float placeScale = scale(tensors, PLACES);
    float kindScale = scale(tensors, KINDS);
    int placeZero = zero(tensors, PLACES);
    int kindZero = zero(tensors, KINDS);
    var start = new float[POSITIONS][WIDTH];
    for (int p = 0; p < POSITIONS; p++) {
      for (int i = 0; i < WIDTH; i++) {
        start[p][i] = placeScale * ((places.get(p * WIDTH + i) & 0xff) - placeZero)
            + kindScale * ((kinds.get(i) & 0xff) - kindZero);
      }
    }
    return start;
  }

  private static float scale(OnnxTensors tensors, String name) {
    return tensors.floats(name + "_scale")[0];
  }

  private static int zero(OnnxTensors tensors, String name) {
    return tensors.get(name + "_zero_point").bytes().get(0) & 0xff;
  }

  private static Norm norm(OnnxTensors tensors, String name) {
    return new Norm(tensors.floats(name + ".weight", WIDTH), tensors.floats(name + ".bias", WIDTH));
  }

  private static Dense dense(OnnxTensors tensors, String matrix, String name, int in, int out) {
    ByteBuffer bytes = tensors.get(matrix + SUFFIX, in, out).bytes();
    ByteBuffer zero = tensors.get(matrix + "_zero_point", out).bytes();
    var rows = new byte[in][out];
    for (int i = 0; i < in; i++) {
      bytes.get(i * out, rows[i]);
    }
    for (int j = 0; j < out; j++) {
      if (zero.get(j) != 0) {
        throw new IllegalStateException(
            "embedding model: zero points of 0 are required in " + matrix + ", got " + zero.get(j));
      }
    }
    return new Dense(
        rows, tensors.floats(matrix + "_scale", out), tensors.floats(name + ".bias", out));
  }
}
