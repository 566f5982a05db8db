package io.tidewatch.trend.question;

import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.trend.DocumentKeys;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.engine.Codes;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.Columns.Measure;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Row;
import io.tidewatch.trend.engine.Selection;
import java.time.ZoneOffset;
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
final class KeyEvidence implements EngineView.DayVisitor {
  private static final int MAX_KEYS = 10;
  private static final int MAX_SURFACES = 5;

  private final CountingUnit unit;
  private final List<String> prefixes;
  private final KeyNumbers written = new KeyNumbers();
  private final List<Document> documents = new ArrayList<>();
  private final Map<String, Integer> surfaces = new HashMap<>();
  private long first = Long.MAX_VALUE;

  private record Document(String key, long engagement, long unit) {}

  private KeyEvidence(CountingUnit unit, List<String> prefixes) {
    this.unit = unit;
    this.prefixes = prefixes;
  }

  /** Prefixes of the surfaces of a key; none for kinds whose key is what is written. */
  static List<String> prefixes(KeyKind kind, boolean direct, String key) {
    return switch (kind) {
      case BRAND ->
        direct
            ? List.of(DocumentKeys.surface(DocumentKeys.BRAND, key))
            : List.of(
                DocumentKeys.surface(DocumentKeys.BRAND, key),
                DocumentKeys.surface(DocumentKeys.VIA_PRODUCT, key));
      case PRODUCT -> List.of(DocumentKeys.surface(DocumentKeys.PRODUCT, key));
      case ASPECT -> List.of(DocumentKeys.surface(DocumentKeys.ASPECT, key));
      case HASHTAG, TERM -> List.of();
    };
  }

  static KeyEvidence collect(
      EngineView view, Selection selection, CountingUnit unit, List<String> prefixes) {
    KeyEvidence evidence = new KeyEvidence(unit, prefixes);
    var columns = Columns.of(
            Measure.UNIT, Measure.UNIT_KIND, Measure.ADVERTISEMENT, Measure.ENGAGEMENT)
        .withDocumentKey();
    view.scan(
        selection,
        ZoneOffset.UTC,
        prefixes.isEmpty() ? columns : columns.with(Field.SURFACE, evidence.written),
        evidence);
    return evidence;
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

  /** Most frequent first; {@code key} itself when the kind has no surfaces. */
  List<String> surfaces(String key) {
    if (surfaces.isEmpty()) {
      return List.of(key);
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

  @Override
  public void row(Row row) {
    if (row.number(Measure.UNIT_KIND) != Codes.of(unit) || row.number(Measure.ADVERTISEMENT) != 0) {
      return;
    }
    first = Math.min(first, row.at());
    documents.add(
        new Document(row.documentKey(), row.number(Measure.ENGAGEMENT), row.number(Measure.UNIT)));
    for (int i = prefixes.isEmpty() ? 0 : row.keys(Field.SURFACE); i > 0; i--) {
      count(written.key(row.nextKey(Field.SURFACE)));
    }
  }

  @Override
  public void endDay(LocalDay day) {}

  private void count(String surface) {
    for (String prefix : prefixes) {
      if (surface.startsWith(prefix)) {
        surfaces.merge(surface.substring(prefix.length()), 1, Integer::sum);
      }
    }
  }
}
