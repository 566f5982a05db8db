package io.tidewatch.nlp.train;

/** A text as features and right tags of its characters. Its arrays must not be written. */
final class ChainExample {
  private final int[][] features;
  private final byte[] tags;

  ChainExample(int[][] features, byte[] tags) {
    this.features = features;
    this.tags = tags;
  }

  int[][] features() {
    return features;
  }

  byte[] tags() {
    return tags;
  }
}
