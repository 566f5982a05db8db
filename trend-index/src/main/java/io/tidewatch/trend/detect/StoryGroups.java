package io.tidewatch.trend.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;

/**
 * Rising keys that tell of one story, from how often they are counted together in the window. The
 * loudest key heads a story; another joins the first story to whose head it is linked, or to half of
 * whose keys; so no chain of weak links ties two stories into one. Two keys are linked when at least
 * half of the smaller one's units are common, at least two units, and at least twice what two
 * independent keys would share. The definition is Tidewatch's own.
 */
public final class StoryGroups {
  /** Least share of the smaller key's units that are common. */
  public static final double LEAST_OVERLAP = 0.5;

  /** Least common units. */
  public static final long LEAST_TOGETHER = 2;

  /** Least common units over those of independent keys. */
  public static final double LEAST_LIFT = 2;

  private final long allUnits;
  private final ToLongBiFunction<String, String> together;

  /**
   * @param allUnits units of the window over all documents, positive
   * @param together units of the window that carry both keys, symmetric
   */
  public StoryGroups(long allUnits, ToLongBiFunction<String, String> together) {
    if (allUnits < 1) {
      throw new IllegalArgumentException("allUnits: at least 1 is required, got " + allUnits);
    }
    this.allUnits = allUnits;
    this.together = together;
  }

  /**
   * A rising key.
   *
   * @param key unique among the keys given
   * @param score of the rising detector; only keys above 0 are grouped
   * @param units units of the window that carry it, at least 1
   * @param named whether it is a name of the catalogue
   */
  public record Key(String key, double score, long units, boolean named) {}

  /**
   * Keys of one story.
   *
   * @param name the most telling key: catalogue names first, then score times coverage
   * @param keys at least one, loudest first
   */
  public record Story(String name, List<String> keys) {
    public Story {
      keys = List.copyOf(keys);
    }
  }

  /** The stories, that of the loudest key first; every rising key is in exactly one. */
  public List<Story> of(List<Key> keys) {
    var stories = new ArrayList<List<Key>>();
    keys.stream()
        .filter(k -> k.score() > 0)
        .sorted(Comparator.comparingDouble(Key::score).reversed().thenComparing(Key::key))
        .forEach(key -> stories.stream()
            .filter(story -> belongs(key, story))
            .findFirst()
            .ifPresentOrElse(
                story -> story.add(key), () -> stories.add(new ArrayList<>(List.of(key)))));
    return stories.stream()
        .map(story -> new Story(name(story), story.stream().map(Key::key).toList()))
        .toList();
  }

  /** Every input that decides whether two keys are linked, then what comes of it: 1 or 0. */
  public Map<String, Double> explain(Key one, Key other) {
    long common = together.applyAsLong(one.key(), other.key());
    var values = new LinkedHashMap<String, Double>();
    values.put("allUnits", (double) allUnits);
    values.put("units.one", (double) one.units());
    values.put("units.other", (double) other.units());
    values.put("together", (double) common);
    values.put("overlap", (double) common / Math.min(one.units(), other.units()));
    values.put("lift", (double) common * allUnits / ((double) one.units() * other.units()));
    values.put("linked", linked(one, other) ? 1.0 : 0.0);
    return values;
  }

  private boolean belongs(Key key, List<Key> story) {
    return linked(key, story.getFirst())
        || 2 * story.stream().filter(k -> linked(key, k)).count() >= story.size();
  }

  private boolean linked(Key one, Key other) {
    long common = together.applyAsLong(one.key(), other.key());
    return common >= LEAST_TOGETHER
        && common >= LEAST_OVERLAP * Math.min(one.units(), other.units())
        && (double) common * allUnits >= LEAST_LIFT * one.units() * other.units();
  }

  private String name(List<Key> story) {
    return story.stream()
        .max(Comparator.comparing(Key::named)
            .thenComparingDouble(k -> k.score() * coverage(k, story))
            .thenComparing(Key::key, Comparator.reverseOrder()))
        .orElseThrow()
        .key();
  }

  /** Mean share of the other keys' units that carry this one too; 1 for a key alone. */
  private double coverage(Key key, List<Key> story) {
    return story.stream()
        .mapToDouble(
            k -> k.equals(key) ? 1 : (double) together.applyAsLong(key.key(), k.key()) / k.units())
        .average()
        .orElse(1);
  }
}
