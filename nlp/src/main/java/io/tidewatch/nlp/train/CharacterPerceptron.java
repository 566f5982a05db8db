package io.tidewatch.nlp.train;

import io.tidewatch.model.annotation.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * The plain baseline for names: an averaged structured perceptron (Collins 2002) over BIO tags with
 * hashed features of the character, its two neighbours on each side and pairs of them, decoded by
 * Viterbi. Immutable and safe from any thread.
 */
public final class CharacterPerceptron {
  private static final int BITS = 18;
  private static final int EPOCHS = 6;
  private static final int TEMPLATES = 8;
  private static final int STEP = 0x9E3779B1;

  private final List<String> types;
  private final int tags;
  private final float[] weights;
  private final float[] moves;

  private CharacterPerceptron(List<String> types) {
    this.types = types;
    tags = 2 * types.size() + 1;
    weights = new float[tags << BITS];
    moves = new float[tags * tags];
  }

  /** Trains on tagged texts; the same seed gives the same weights. */
  public static CharacterPerceptron train(List<TaggedText> texts, long seed) {
    var names = new TreeSet<String>();
    texts.forEach(t -> t.tags().forEach(tag -> names.add(tag.type())));
    var learner = new CharacterPerceptron(List.copyOf(names));
    learner.learn(texts, seed);
    return learner;
  }

  /** The names of a text, in order and apart. */
  public List<TaggedText.Tag> find(String text) {
    int[] path = decode(features(text));
    var found = new ArrayList<TaggedText.Tag>();
    for (int i = 0; i < path.length; i++) {
      if (path[i] % 2 == 1) {
        int end = i + 1;
        while (end < path.length && path[end] == path[i] + 1) {
          end++;
        }
        found.add(new TaggedText.Tag(new Span(i, end), types.get(path[i] / 2)));
      }
    }
    return found;
  }

  private void learn(List<TaggedText> texts, long seed) {
    float[] sums = new float[weights.length];
    float[] moveSums = new float[moves.length];
    int[] order = new int[texts.size()];
    Arrays.setAll(order, i -> i);
    var random = new SplittableRandom(seed);
    int visit = 0;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swap = order[i];
        order[i] = order[j];
        order[j] = swap;
      }
      for (int i : order) {
        visit++;
        int[][] features = features(texts.get(i).text());
        int[] right = path(texts.get(i));
        int[] said = decode(features);
        if (!Arrays.equals(right, said)) {
          update(features, right, 1, visit, sums, moveSums);
          update(features, said, -1, visit, sums, moveSums);
        }
      }
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] -= sums[i] / (visit + 1);
    }
    for (int i = 0; i < moves.length; i++) {
      moves[i] -= moveSums[i] / (visit + 1);
    }
  }

  /** Sums hold each change times its visit, from which the mean over all visits follows. */
  private void update(
      int[][] features, int[] path, int by, int visit, float[] sums, float[] moveSums) {
    for (int i = 0; i < path.length; i++) {
      for (int feature : features[i]) {
        weights[feature * tags + path[i]] += by;
        sums[feature * tags + path[i]] += (float) by * visit;
      }
      if (i > 0) {
        moves[path[i - 1] * tags + path[i]] += by;
        moveSums[path[i - 1] * tags + path[i]] += (float) by * visit;
      }
    }
  }

  private int[] path(TaggedText text) {
    int[] path = new int[text.text().length()];
    for (TaggedText.Tag tag : text.tags()) {
      int begin = 2 * types.indexOf(tag.type()) + 1;
      Arrays.fill(path, tag.span().start(), tag.span().end(), begin + 1);
      path[tag.span().start()] = begin;
    }
    return path;
  }

  private int[] decode(int[][] features) {
    int n = features.length;
    float[][] best = new float[n][tags];
    int[][] from = new int[n][tags];
    for (int i = 0; i < n; i++) {
      for (int tag = 0; tag < tags; tag++) {
        float score = 0;
        for (int feature : features[i]) {
          score += weights[feature * tags + tag];
        }
        boolean inside = tag > 0 && tag % 2 == 0;
        float most = i == 0 && !inside ? 0 : Float.NEGATIVE_INFINITY;
        for (int before = 0; i > 0 && before < tags; before++) {
          boolean follows = !inside || before == tag || before == tag - 1;
          float move = best[i - 1][before] + moves[before * tags + tag];
          if (follows && move > most) {
            most = move;
            from[i][tag] = before;
          }
        }
        best[i][tag] = most + score;
      }
    }
    int[] path = new int[n];
    for (int tag = 1; n > 0 && tag < tags; tag++) {
      path[n - 1] = best[n - 1][tag] > best[n - 1][path[n - 1]] ? tag : path[n - 1];
    }
    for (int i = n - 1; i > 0; i--) {
      path[i - 1] = from[i][path[i]];
    }
    return path;
  }

  private static int[][] features(String text) {
    int n = text.length();
    int[][] features = new int[n][TEMPLATES];
    for (int i = 0; i < n; i++) {
      int a = at(text, i - 2);
      int b = at(text, i - 1);
      int c = at(text, i);
      int d = at(text, i + 1);
      int e = at(text, i + 2);
      int[] f = features[i];
      f[0] = hash(0, c, 0);
      f[1] = hash(1, b, 0);
      f[2] = hash(2, d, 0);
      f[3] = hash(3, a, 0);
      f[4] = hash(4, e, 0);
      f[5] = hash(5, b, c);
      f[6] = hash(6, c, d);
      f[7] = hash(7, b, d);
    }
    return features;
  }

  private static int at(String text, int i) {
    return i < 0 || i >= text.length() ? 1 : text.charAt(i);
  }

  private static int hash(int template, int one, int two) {
    int h = ((template * STEP + one) * STEP + two) * STEP;
    return (h ^ h >>> 15) & (1 << BITS) - 1;
  }
}
