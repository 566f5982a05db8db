package io.tidewatch.trend.question;

import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.trend.DocumentKeys;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.engine.Codes;
import io.tidewatch.trend.engine.Columns.Measure;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The documents behind one rising key: how many, who, how they wrote it, and which to show.
 * Advertisements and documents of the other unit are left out.
 */
final class KeyEvidence {
  private static final int MAX_KEYS = 10;
  private static final int MAX_SURFACES = 5;

  private final Wanted wanted;
  private final List<String> prefixes;
  private final List<Document> documents = new ArrayList<>();
  private final Map<String, Integer> surfaces = new HashMap<>();
  private long first = Long.MAX_VALUE;

  /** A key and how it is counted. */
  record Wanted(Field field, String key, CountingUnit unit) {}

  private record Document(String key, long engagement, long unit) {}

  private KeyEvidence(Wanted wanted) {
    this.wanted = wanted;
    this.prefixes = prefixes(wanted.field(), wanted.key());
  }

  /** Prefixes of the surfaces of a key; none for fields whose key is what is written. */
  private static List<String> prefixes(Field field, String key) {
    return switch (field) {
      case DIRECT -> List.of(DocumentKeys.surface(DocumentKeys.BRAND, key));
      case BRAND ->
        List.of(
            DocumentKeys.surface(DocumentKeys.BRAND, key),
            DocumentKeys.surface(DocumentKeys.VIA_PRODUCT, key));
      case PRODUCT -> List.of(DocumentKeys.surface(DocumentKeys.PRODUCT, key));
      case ASPECT -> List.of(DocumentKeys.surface(DocumentKeys.ASPECT, key));
      default -> List.of();
    };
  }

  /** Of each key in turn; the documents of all keys of one field are read in one go. */
  static List<KeyEvidence> collect(
      EngineView view, List<Wanted> wanted, WindowSpan window, Counting counting) {
    List<KeyEvidence> all = wanted.stream().map(KeyEvidence::new).toList();
    for (Field field : wanted.stream().map(Wanted::field).distinct().toList()) {
      new EvidenceScan(
              field, all.stream().filter(e -> e.wanted.field() == field).toList())
          .run(view, window, counting);
    }
    return all;
  }

  String key() {
    return wanted.key();
  }

  /** Whether the ways in which the key is written are to be found in the documents. */
  boolean hasSurfaces() {
    return !prefixes.isEmpty();
  }

  long documents() {
    return documents.size();
  }

  /** Distinct authors or titles. */
  long units() {
    return documents.stream().mapToLong(Document::unit).distinct().count();
  }

  /** Time of the first document in microseconds. */
  long first() {
    return first;
  }

  /** Most frequent first; the key itself when it has no surfaces. */
  List<String> surfaces() {
    if (surfaces.isEmpty()) {
      return List.of(wanted.key());
    }
    return surfaces.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_SURFACES)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Highest engagement first, then key; every unit speaks once before one speaks twice. */
  List<String> keys() {
    var order =
        Comparator.comparingLong(Document::engagement).reversed().thenComparing(Document::key);
    var sorted = documents.stream().sorted(order).toList();
    Set<Long> heard = new HashSet<>();
    var chosen = new ArrayList<>(
        sorted.stream().filter(d -> heard.add(d.unit())).limit(MAX_KEYS).toList());
    if (chosen.size() < MAX_KEYS) {
      var already = Set.copyOf(chosen);
      sorted.stream()
          .filter(d -> !already.contains(d))
          .limit(MAX_KEYS - (long) chosen.size())
          .forEach(chosen::add);
    }
    return chosen.stream().sorted(order).map(Document::key).toList();
  }

  /** Whether a document is counted in the key's unit. */
  boolean counts(Row row) {
    return row.number(Measure.UNIT_KIND) == Codes.of(wanted.unit());
  }

  /** Takes a document that carries the key and {@link #counts}. */
  void add(Row row, String documentKey, List<String> written) {
    first = Math.min(first, row.at());
    documents.add(
        new Document(documentKey, row.number(Measure.ENGAGEMENT), row.number(Measure.UNIT)));
    for (String surface : written) {
      for (String prefix : prefixes) {
        if (surface.startsWith(prefix)) {
          surfaces.merge(surface.substring(prefix.length()), 1, Integer::sum);
        }
      }
    }
  }
}
