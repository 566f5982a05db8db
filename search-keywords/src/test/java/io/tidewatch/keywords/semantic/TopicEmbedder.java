package io.tidewatch.keywords.semantic;

import io.tidewatch.model.vector.TextEmbedder;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A text's vector counts the words of each topic that it holds, and a little of everything. */
final class TopicEmbedder implements TextEmbedder {
  private static final List<List<String>> TOPICS = List.of(
      List.of("约会", "穿", "裙", "连衣", "衣服"),
      List.of("脸", "面霜", "精华", "皮肤", "干"),
      List.of("手机", "电话", "拍照"));

  final AtomicInteger calls = new AtomicInteger();
  final String version;
  boolean missing;

  TopicEmbedder(String version) {
    this.version = version;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public int dimensions() {
    return TOPICS.size();
  }

  @Override
  public float[] embed(String text) {
    if (missing) {
      throw new IllegalStateException("embedding model: it is missing");
    }
    calls.incrementAndGet();
    var vector = new float[TOPICS.size()];
    for (int t = 0; t < vector.length; t++) {
      vector[t] = .1f;
      for (String word : TOPICS.get(t)) {
        vector[t] += text.contains(word) ? 1 : 0;
      }
    }
    return vector;
  }
}
