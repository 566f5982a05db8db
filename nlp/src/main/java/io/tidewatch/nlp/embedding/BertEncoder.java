package io.tidewatch.nlp.embedding;

import io.tidewatch.nlp.embedding.BertWeights.Dense;
import io.tidewatch.nlp.embedding.BertWeights.Layer;
import io.tidewatch.nlp.embedding.BertWeights.Norm;

/**
 * The forward pass of BERT [Devlin et al. 2019] up to the vector of the first token, in which BGE
 * keeps the sentence. Of the last layer only that token is computed. Safe from any thread.
 */
final class BertEncoder {
  private static final int WIDTH = BertWeights.WIDTH;
  private static final int HEADS = 8;
  private static final int HEAD = WIDTH / HEADS;
  private static final double EPSILON = 1e-12;

  private final BertWeights weights;

  BertEncoder(BertWeights weights) {
    this.weights = weights;
  }

  /** The sentence's vector, of length 1, from 1 to {@link BertWeights#POSITIONS} token numbers. */
  float[] encode(int[] tokens) {
    float[][] states = start(tokens);
    int last = weights.layers().size() - 1;
    for (int l = 0; l <= last; l++) {
      states = layer(weights.layers().get(l), states, l == last ? 1 : tokens.length);
    }
    return unit(states[0]);
  }

  private float[][] start(int[] tokens) {
    var states = new float[tokens.length][WIDTH];
    for (int t = 0; t < tokens.length; t++) {
      for (int i = 0; i < WIDTH; i++) {
        int quantised = weights.tokens().get(tokens[t] * WIDTH + i) & 0xff;
        states[t][i] =
            weights.tokenScale() * (quantised - weights.tokenZero()) + weights.start()[t][i];
      }
    }
    normalise(states, weights.norm());
    return states;
  }

  /** One block; only the first {@code wanted} tokens come out. */
  private static float[][] layer(Layer layer, float[][] states, int wanted) {
    float[][] query = times(layer.query(), states, wanted);
    float[][] key = times(layer.key(), states, states.length);
    float[][] value = times(layer.value(), states, states.length);
    float[][] seen = times(layer.attention(), attend(query, key, value), wanted);
    add(seen, states);
    normalise(seen, layer.attentionNorm());
    float[][] inner = times(layer.inner(), seen, wanted);
    for (float[] row : inner) {
      for (int i = 0; i < row.length; i++) {
        row[i] = gelu(row[i]);
      }
    }
    float[][] output = times(layer.output(), inner, wanted);
    add(output, seen);
    normalise(output, layer.outputNorm());
    return output;
  }

  private static float[][] attend(float[][] query, float[][] key, float[][] value) {
    var out = new float[query.length][WIDTH];
    var share = new double[key.length];
    for (int head = 0; head < WIDTH; head += HEAD) {
      for (int t = 0; t < query.length; t++) {
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < key.length; s++) {
          float dot = 0;
          for (int i = head; i < head + HEAD; i++) {
            dot += query[t][i] * key[s][i];
          }
          share[s] = dot / Math.sqrt(HEAD);
          most = Math.max(most, share[s]);
        }
        double sum = 0;
        for (int s = 0; s < key.length; s++) {
          share[s] = Math.exp(share[s] - most);
          sum += share[s];
        }
        for (int s = 0; s < key.length; s++) {
          float weight = (float) (share[s] / sum);
          for (int i = head; i < head + HEAD; i++) {
            out[t][i] += weight * value[s][i];
          }
        }
      }
    }
    return out;
  }

  /**
   * The first {@code count} states times the matrix, plus its bias; four rows of it at a time, which
   * become floats once for all states.
   */
  private static float[][] times(Dense dense, float[][] states, int count) {
    byte[][] rows = dense.rows();
    int out = dense.bias().length;
    var result = new float[count][out];
    var wide = new float[4][out];
    for (int k = 0; k < rows.length; k += 4) {
      for (int r = 0; r < 4; r++) {
        widen(rows[k + r], wide[r]);
      }
      for (int t = 0; t < count; t++) {
        float[] state = states[t];
        addRows(
            wide[0],
            wide[1],
            wide[2],
            wide[3],
            state[k],
            state[k + 1],
            state[k + 2],
            state[k + 3],
            result[t]);
      }
    }
    for (float[] row : result) {
      for (int j = 0; j < out; j++) {
        row[j] = row[j] * dense.scale()[j] + dense.bias()[j];
      }
    }
    return result;
  }

  private static void widen(byte[] from, float[] to) {
    for (int j = 0; j < to.length; j++) {
      to[j] = from[j];
    }
  }

  /**
   * A loop of its own over whole rows, one index for all: in this shape the compiler makes vector
   * steps of it, which with offsets into one long array it does not.
   */
  private static void addRows(
      float[] first,
      float[] second,
      float[] third,
      float[] fourth,
      float a,
      float b,
      float c,
      float d,
      float[] into) {
    for (int j = 0; j < into.length; j++) {
      into[j] += a * first[j] + b * second[j] + c * third[j] + d * fourth[j];
    }
  }

  private static void add(float[][] to, float[][] what) {
    for (int t = 0; t < to.length; t++) {
      for (int i = 0; i < WIDTH; i++) {
        to[t][i] += what[t][i];
      }
    }
  }

  private static void normalise(float[][] states, Norm norm) {
    for (float[] state : states) {
      double sum = 0;
      double squares = 0;
      for (float x : state) {
        sum += x;
        squares += (double) x * x;
      }
      double mean = sum / WIDTH;
      double scale = 1 / Math.sqrt(Math.max(0, squares / WIDTH - mean * mean) + EPSILON);
      for (int i = 0; i < WIDTH; i++) {
        state[i] = (float) ((state[i] - mean) * scale) * norm.gain()[i] + norm.bias()[i];
      }
    }
  }

  /** x·Φ(x); the error function by formula 7.1.26 of Abramowitz and Stegun. */
  private static float gelu(float x) {
    double z = Math.abs(x) / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * z);
    double series = t
        * (0.254829592
            + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    double erf = 1 - series * Math.exp(-z * z);
    return (float) (x * 0.5 * (1 + (x < 0 ? -erf : erf)));
  }

  private static float[] unit(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += (double) x * x;
    }
    var unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / Math.sqrt(square));
    }
    return unit;
  }
}
