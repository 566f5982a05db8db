package io.tidewatch.trend.lucene;

import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.trend.DocumentKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * The documents behind one rising key: how many, who, how they wrote it, and which to show.
 * Advertisements and documents of the other unit are left out.
 */
final class KeyEvidence {
  private static final int MAX_KEYS = 10;
  private static final int MAX_SURFACES = 5;

  private final List<Document> documents = new ArrayList<>();
  private final Map<String, Integer> surfaces = new HashMap<>();
  private long first = Long.MAX_VALUE;

  private record Document(String key, long engagement, long unit) {}

  private KeyEvidence() {}

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
      IndexSearcher searcher, Query query, CountingUnit unit, List<String> prefixes)
      throws IOException {
    KeyEvidence evidence = new KeyEvidence();
    for (LeafDocuments leaf : LeafDocuments.of(searcher, query)) {
      evidence.read(leaf, unit, prefixes);
    }
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

  private void read(LeafDocuments leaf, CountingUnit unit, List<String> prefixes)
      throws IOException {
    NumericDocValues units = leaf.numbers(Names.UNIT);
    NumericDocValues unitKinds = leaf.numbers(Names.UNIT_KIND);
    NumericDocValues advertisements = leaf.numbers(Names.ADVERTISEMENT);
    NumericDocValues engagements = leaf.numbers(Names.ENGAGEMENT);
    SortedDocValues keys = DocValues.getSorted(leaf.reader(), Names.KEY);
    SortedSetDocValues written = leaf.keys(Names.SURFACE);
    while (leaf.next()) {
      if (leaf.value(unitKinds) != Codes.of(unit) || leaf.value(advertisements) != 0) {
        continue;
      }
      first = Math.min(first, leaf.time());
      if (keys.advanceExact(leaf.doc())) {
        String key = keys.lookupOrd(keys.ordValue()).utf8ToString();
        documents.add(new Document(key, leaf.value(engagements), leaf.value(units)));
      }
      if (!prefixes.isEmpty() && written.advanceExact(leaf.doc())) {
        for (int i = 0; i < written.docValueCount(); i++) {
          count(written.lookupOrd(written.nextOrd()).utf8ToString(), prefixes);
        }
      }
    }
  }

  private void count(String surface, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (surface.startsWith(prefix)) {
        surfaces.merge(surface.substring(prefix.length()), 1, Integer::sum);
      }
    }
  }
}
