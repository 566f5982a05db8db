package io.tidewatch.model.trend;

import java.util.List;

/**
 * Rising keys that are counted together: one event under the most telling of its names.
 *
 * @param name of the most telling key
 * @param score of the loudest key
 * @param units distinct units, each once a local day, that carry any of the keys in the window
 * @param keys loudest first
 * @param evidence documents of the most telling key, highest engagement first
 */
public record Story(
    String name,
    KeyKind kind,
    String key,
    double score,
    long units,
    List<StoryKey> keys,
    List<String> evidence) {

  public Story {
    keys = List.copyOf(keys);
    evidence = List.copyOf(evidence);
  }

  /** A key of a story, with its own units and score. */
  public record StoryKey(String key, String name, KeyKind kind, long units, double score) {}
}
