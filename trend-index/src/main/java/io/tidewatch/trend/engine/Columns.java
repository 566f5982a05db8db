package io.tidewatch.trend.engine;

import io.tidewatch.trend.Field;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a scan reads of each document.
 *
 * @param keys fields whose values are read, each with what gives them numbers
 * @param documentKey whether {@link Row#documentKey} is read
 */
public record Columns(Set<Measure> numbers, Map<Field, KeyIds> keys, boolean documentKey) {

  /** A number that every document has. */
  public enum Measure {
    /** Microseconds. */
    RECEIVED,
    /** 64-bit hash of the unit key. */
    UNIT,
    /** The {@link Codes} of the counting unit. */
    UNIT_KIND,
    /** 64-bit hash of the normalised text. */
    WORDING,
    /** 64-bit SimHash of the normalised text. */
    SIMHASH,
    ENGAGEMENT,
    /** 1 for advertisements. */
    ADVERTISEMENT,
    /** The {@link Codes} of the polarity. */
    POLARITY
  }

  /** Gives each key a number of its own, 0 or more, the same one each time. */
  @FunctionalInterface
  public interface KeyIds {
    /** Negative for a key that is not wanted. */
    int id(String key);

    /** The only keys that are wanted; empty when all are. */
    default List<String> wanted() {
      return List.of();
    }
  }

  public Columns {
    numbers = Set.copyOf(numbers);
    keys = Map.copyOf(keys);
  }

  public static Columns of(Measure... numbers) {
    var set = EnumSet.noneOf(Measure.class);
    set.addAll(Arrays.asList(numbers));
    return new Columns(set, Map.of(), false);
  }

  public Columns with(Field field, KeyIds ids) {
    var more = new EnumMap<Field, KeyIds>(Field.class);
    more.putAll(keys);
    more.put(field, ids);
    return new Columns(numbers, more, documentKey);
  }

  public Columns withDocumentKey() {
    return new Columns(numbers, keys, true);
  }
}
