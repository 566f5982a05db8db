package io.tidewatch.audience.direction;

import io.tidewatch.audience.answer.Reason;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.feature.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Scores users by likeness to the target: the mean of the cosine to its mean category vector, the
 * cosine to its mean brand vector, and the mean cosine to the nearest seeds in a graph embedding,
 * each at least 0. Reaches the most similar share of the universe.
 */
public final class PeerDirection implements Direction {

  @Override
  public String name() {
    return "peer";
  }

  @Override
  public boolean needsBrand() {
    return false;
  }

  @Override
  public Reach reach(Brief brief) {
    FeatureMatrix matrix = brief.matrix();
    int[] seeds = seeds(brief);
    if (seeds.length == 0) {
      return Reach.nobody(name(), matrix.users());
    }
    Centroid categories = Centroid.of(brief, FeatureKind.CATEGORY, brief.target());
    Centroid brands = Centroid.of(brief, FeatureKind.BRAND, brief.target());
    DirectionConfig config = brief.config().directions();
    GraphEmbedding graph =
        GraphEmbedding.of(matrix, matrix.base(), things(brief), config.dimensions(), config.seed());
    var likeness = new Likeness(categories, brands, graph, seeds, config.neighbours());
    float[] scores = new float[matrix.users()];
    brief.universe().forEach(user -> scores[user] = likeness.score(user));
    keepBest(scores, (int) Math.ceil(config.peerShare() * brief.universe().size()));
    return new Reach(name(), scores, user -> List.of(reason(brief, likeness, user)));
  }

  private Reason reason(Brief brief, Likeness likeness, int user) {
    return new Reason(
        name(),
        brief
            .wording()
            .say(
                "与目标人群相似:类目 %.2f,品牌 %.2f,图嵌入近邻 %.2f",
                "Like the target: categories %.2f, brands %.2f, neighbours in the graph %.2f",
                likeness.categories.cosine(user),
                likeness.brands.cosine(user),
                likeness.neighbours(user)),
        null,
        null,
        (double) likeness.score(user));
  }

  /** At most so many members of the target, drawn once. */
  private static int[] seeds(Brief brief) {
    int[] target = brief.target().toArray();
    int most = brief.config().directions().peerSeeds();
    if (target.length > most) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom")
          .create(brief.config().directions().seed());
      for (int i = 0; i < most; i++) {
        int j = i + random.nextInt(target.length - i);
        int swapped = target[i];
        target[i] = target[j];
        target[j] = swapped;
      }
      target = Arrays.copyOf(target, most);
    }
    return target;
  }

  /** Categories, brands, products and words make the graph, but for the target brand itself. */
  private static boolean[] things(Brief brief) {
    FeatureMatrix matrix = brief.matrix();
    Brief.OfBrand brand = brief.brand();
    var things = new boolean[matrix.features()];
    for (int column = 0; column < things.length; column++) {
      String id = matrix.feature(column).id();
      things[column] = switch (matrix.feature(column).kind()) {
        case CATEGORY -> true;
        case BRAND -> brand == null || !id.equals(brand.scope().brandId());
        case PRODUCT ->
          brand == null || !brand.scope().hasProduct(brief.facts().products().number(id));
        case KEYWORD ->
          brand == null || !brand.scope().hasKeyword(brief.facts().keywords().number(id));
        case PRICE_BAND,
            SEASON,
            HOUR,
            CHANNEL,
            SPEND,
            ORDER_VALUE,
            PRICE_RANK,
            ATTRIBUTE,
            ASPECT,
            TOPIC,
            SOCIAL -> false;
      };
    }
    return things;
  }

  /** Sets all but the best {@code count} scores to 0, and those that tie with the next one. */
  private static void keepBest(float[] scores, int count) {
    float[] sorted = scores.clone();
    Arrays.sort(sorted);
    float bound = sorted.length > count ? sorted[sorted.length - 1 - count] : 0;
    for (int user = 0; user < scores.length; user++) {
      if (scores[user] <= bound) {
        scores[user] = 0;
      }
    }
  }

  private static final class Likeness {
    private final Centroid categories;
    private final Centroid brands;
    private final GraphEmbedding graph;
    private final float[][] seeds;
    private final float[] cosines;
    private final float[] best;

    Likeness(
        Centroid categories, Centroid brands, GraphEmbedding graph, int[] seeds, int neighbours) {
      this.categories = categories;
      this.brands = brands;
      this.graph = graph;
      this.seeds = graph.beside(seeds);
      this.cosines = new float[seeds.length];
      this.best = new float[Math.min(neighbours, seeds.length)];
    }

    float score(int user) {
      return (float) ((categories.cosine(user) + brands.cosine(user) + neighbours(user)) / 3);
    }

    /** Mean cosine to the nearest seeds, at least 0. */
    double neighbours(int user) {
      Arrays.fill(best, -1);
      graph.cosines(user, seeds, cosines);
      for (float cosine : cosines) {
        if (cosine > best[0]) {
          int place = 0;
          while (place + 1 < best.length && best[place + 1] < cosine) {
            best[place] = best[place + 1];
            place++;
          }
          best[place] = cosine;
        }
      }
      double sum = 0;
      for (float cosine : best) {
        sum += cosine;
      }
      return Math.max(0, sum / best.length);
    }
  }
}
