package io.tidewatch.audience.query;

import io.tidewatch.audience.direction.Direction;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom to look for.
 *
 * @param asOf T; null for just after the newest event
 * @param size rows at most; null leaves it to the breadth
 * @param breadth {@code narrow}, {@code balanced} or {@code broad}; null for no limit but the size
 * @param directions names; empty takes all that suit the target
 * @param lang of texts: English for English, else Chinese
 */
public record ExpansionQuery(
    Target target,
    @Nullable Instant asOf,
    @Nullable Integer size,
    @Nullable String breadth,
    List<String> directions,
    Locale lang) {
  /** Most rows that one question may ask for. */
  public static final int MAX_SIZE = 1_000_000;

  /** Names of all directions. */
  public static List<String> names() {
    return Direction.ALL.stream().map(Direction::name).toList();
  }

  public ExpansionQuery {
    directions = List.copyOf(directions);
    if (size != null && (size < 1 || size > MAX_SIZE)) {
      throw new IllegalArgumentException(
          "size: a number from 1 to " + MAX_SIZE + " is required, got " + size);
    }
    for (String direction : directions) {
      if (!names().contains(direction)) {
        throw new IllegalArgumentException(
            "directions: one of " + String.join(", ", names()) + " is required, got " + direction);
      }
    }
    if (!(target instanceof Target.OfBrand)) {
      refuse(directions);
    }
  }

  private static void refuse(List<String> directions) {
    for (Direction direction : Direction.ALL) {
      if (direction.needsBrand() && directions.contains(direction.name())) {
        throw new IllegalArgumentException(
            "directions: a brand is required for " + direction.name() + ", got a seed or segment");
      }
    }
  }

  /** The directions that were asked for, or all, in their own order. */
  public List<Direction> chosen() {
    return Direction.ALL.stream()
        .filter(d -> directions.isEmpty() || directions.contains(d.name()))
        .toList();
  }
}
