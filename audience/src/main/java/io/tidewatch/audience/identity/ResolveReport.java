package io.tidewatch.audience.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run found, and what it changes or would change.
 *
 * @param asOf links before this time were read
 * @param applied false for a dry run
 * @param persons persons of at least two identifiers
 * @param identifiers identifiers they hold
 * @param founded persons that are new
 * @param merges persons that are merged into an older one
 * @param moved identifiers that came or changed their person, but for those of merged persons
 * @param released identifiers that no longer belong to anybody
 * @param merged the first of the merges
 * @param refusedLinks links that tie nobody, by reason
 * @param hubs how many identifiers too many share
 * @param largestHubs the first of them: most accounts first
 */
public record ResolveReport(
    Instant asOf,
    boolean applied,
    long persons,
    long identifiers,
    long founded,
    long merges,
    long moved,
    long released,
    List<Merged> merged,
    Map<String, Long> refusedLinks,
    long hubs,
    List<Hub> largestHubs) {

  static final int SHOWN = 20;

  public ResolveReport {
    merged = List.copyOf(merged);
    refusedLinks = java.util.Collections.unmodifiableMap(new TreeMap<>(refusedLinks));
    largestHubs = List.copyOf(largestHubs);
  }

  /** A person who is merged into another, with the accounts of both. */
  public record Merged(String keptId, String aliasId, List<String> accounts) {
    public Merged {
      accounts = List.copyOf(accounts);
    }
  }
}
