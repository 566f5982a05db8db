package io.tidewatch.trend;

import io.tidewatch.model.document.Seal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The seal of each source; of two seals of one source the later holds. Immutable. */
public final class Seals {
  /** No source is sealed. */
  public static final Seals NONE = new Seals(Map.of());

  private final Map<String, Seal> bySource;

  private Seals(Map<String, Seal> bySource) {
    this.bySource = bySource;
  }

  /** These seals and {@code more}; itself when none of them is later than what it has. */
  public Seals with(Collection<Seal> more) {
    var all = new TreeMap<>(bySource);
    more.forEach(seal ->
        all.merge(seal.source(), seal, (old, now) -> now.at().isAfter(old.at()) ? now : old));
    return all.equals(bySource) ? this : new Seals(all);
  }

  /** Whether what a source published at a time is sealed. */
  public boolean cover(String source, Instant at) {
    Seal seal = bySource.get(source);
    return seal != null && at.isBefore(seal.at());
  }

  /** The seal of a source; null when it has none. */
  public @Nullable Seal of(String source) {
    return bySource.get(source);
  }

  public boolean isEmpty() {
    return bySource.isEmpty();
  }

  /** In order of the sources. */
  public List<Seal> all() {
    return List.copyOf(bySource.values());
  }

  /** A seal as one text: day, zone, source. */
  public static String term(Seal seal) {
    return seal.before() + " " + seal.zone() + " " + seal.source();
  }

  /** Reads what {@link #term} writes. */
  public static Seal parse(String term) {
    int first = term.indexOf(' ');
    int second = term.indexOf(' ', first + 1);
    return new Seal(
        term.substring(second + 1),
        LocalDate.parse(term.substring(0, first)),
        ZoneId.of(term.substring(first + 1, second)));
  }
}
