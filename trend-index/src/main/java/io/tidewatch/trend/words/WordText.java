package io.tidewatch.trend.words;

import io.tidewatch.model.annotation.Span;
import java.util.List;
import java.util.Set;

/**
 * One text as the detector reads it.
 *
 * @param text as it was written
 * @param names spans of {@code text} that name something known; they are passed over, and what stands
 *     beside them is free at that side
 * @param words dictionary words that the text was cut into, folded
 * @param author hash of who wrote it
 * @param at microseconds
 * @param key by which to show it
 */
public record WordText(
    String text, List<Span> names, Set<String> words, long author, long at, String key) {
  public WordText {
    names = List.copyOf(names);
    words = Set.copyOf(words);
  }
}
