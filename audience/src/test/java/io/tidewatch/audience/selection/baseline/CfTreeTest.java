package io.tidewatch.audience.selection.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CfTreeTest {
  @Test
  void feature_twoPoints_knowsCentreAndRadius() {
    ClusteringFeature a = ClusteringFeature.point(new double[] {0, 0});
    ClusteringFeature b = ClusteringFeature.point(new double[] {2, 0});
    assertThat(a.distance(b)).isEqualTo(4);
    assertThat(a.squaredRadiusWith(b)).isEqualTo(1);
    a.add(b);
    assertThat(a.centre()).containsExactly(1, 0);
    assertThat(a.count()).isEqualTo(2);
  }

  @Test
  void tree_fourClouds_findsTheirCentres() {
    var random = new SplittableRandom(6);
    var tree = new CfTree(12);
    double[][] centres = {{0, 0}, {10, 0}, {0, 10}, {10, 10}};
    for (int i = 0; i < 4000; i++) {
      double[] c = centres[random.nextInt(4)];
      tree.add(new double[] {c[0] + random.nextGaussian() / 4, c[1] + random.nextGaussian() / 4});
    }
    assertThat(tree.clusters()).hasSizeBetween(4, 12);
    assertThat(tree.clusters().stream().mapToDouble(ClusteringFeature::count).sum())
        .isEqualTo(4000);
    for (double[] centre : centres) {
      assertThat(tree.clusters()).anySatisfy(c -> {
        assertThat(c.centre()[0]).isCloseTo(centre[0], within(0.5));
        assertThat(c.centre()[1]).isCloseTo(centre[1], within(0.5));
      });
    }
  }

  @Test
  void tree_equalPoints_areOneCluster() {
    var tree = new CfTree(4);
    for (int i = 0; i < 100; i++) {
      tree.add(new double[] {1, 2});
    }
    assertThat(tree.clusters()).hasSize(1);
  }

  @Test
  void tree_empty_hasNoClusters() {
    assertThat(new CfTree(4).clusters()).isEmpty();
  }
}
