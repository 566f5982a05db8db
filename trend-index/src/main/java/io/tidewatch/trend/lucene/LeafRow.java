package io.tidewatch.trend.lucene;

import io.tidewatch.trend.Field;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.Columns.KeyIds;
import io.tidewatch.trend.engine.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The matching documents of one segment the newest first, which is their order in the segment. For
 * one thread.
 */
@SuppressWarnings("EnumOrdinal") // places in arrays that live as long as one scan
final class LeafRow implements Row {
  private final long base;
  private final DocIdSetIterator matches;
  private final @Nullable Bits live;
  private final NumericDocValues times;
  private final Map<Columns.Measure, NumericDocValues> numbers =
      new EnumMap<>(Columns.Measure.class);
  private final Map<Field, Keys> keys = new EnumMap<>(Field.class);
  private final @Nullable SortedDocValues documentKeys;
  private long at;

  LeafRow(LeafReaderContext context, DocIdSetIterator matches, Columns columns) throws IOException {
    LeafReader reader = context.reader();
    this.base = context.docBase;
    this.matches = matches;
    this.live = reader.getLiveDocs();
    this.times = DocValues.getNumeric(reader, Names.AT);
    for (Columns.Measure number : columns.numbers()) {
      numbers.put(number, DocValues.getNumeric(reader, Names.of(number)));
    }
    for (var entry : columns.keys().entrySet()) {
      Field field = entry.getKey();
      keys.put(field, new Keys(DocValues.getSortedSet(reader, Names.of(field)), entry.getValue()));
    }
    this.documentKeys = columns.documentKey() ? DocValues.getSorted(reader, Names.KEY) : null;
  }

  /** Moves to the next document; false at the end. */
  boolean next() throws IOException {
    int doc = matches.nextDoc();
    while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc)) {
      doc = matches.nextDoc();
    }
    if (doc == DocIdSetIterator.NO_MORE_DOCS) {
      return false;
    }
    at = times.advanceExact(doc) ? times.longValue() : 0;
    return true;
  }

  @Override
  public long at() {
    return at;
  }

  @Override
  public long ordinal() {
    return base + matches.docID();
  }

  @Override
  public long number(Columns.Measure column) {
    NumericDocValues values = read(numbers.get(column), column);
    try {
      return values.advanceExact(matches.docID()) ? values.longValue() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int keys(Field field) {
    Keys of = read(keys.get(field), field);
    try {
      return of.values.advanceExact(matches.docID()) ? of.values.docValueCount() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int nextKey(Field field) {
    try {
      return read(keys.get(field), field).next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String documentKey() {
    SortedDocValues values = read(documentKeys, Names.KEY);
    try {
      return values.advanceExact(matches.docID())
          ? values.lookupOrd(values.ordValue()).utf8ToString()
          : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(@Nullable T values, Object column) {
    if (values == null) {
      throw new IllegalArgumentException(
          "column: one that the scan reads is required, got " + column);
    }
    return values;
  }

  /**
   * The keys of one field; each key of the segment is numbered when it is first met, or those that
   * are wanted at once, so that no other is ever read.
   */
  private static final class Keys {
    private static final int UNKNOWN = -1;

    private final SortedSetDocValues values;
    private final KeyIds ids;
    private final int[] byOrdinal;
    private final long[] wanted;
    private final int[] wantedNumbers;

    private Keys(SortedSetDocValues values, KeyIds ids) throws IOException {
      this.values = values;
      this.ids = ids;
      var found = new TreeMap<Long, Integer>();
      for (String key : ids.wanted()) {
        long ordinal = values.lookupTerm(new BytesRef(key));
        if (ordinal >= 0) {
          found.put(ordinal, ids.id(key));
        }
      }
      this.wanted = found.keySet().stream().mapToLong(Long::longValue).toArray();
      this.wantedNumbers = found.values().stream().mapToInt(Integer::intValue).toArray();
      this.byOrdinal =
          new int[ids.wanted().isEmpty() ? Math.toIntExact(values.getValueCount()) : 0];
      Arrays.fill(byOrdinal, UNKNOWN);
    }

    private int next() throws IOException {
      int ordinal = (int) values.nextOrd();
      if (byOrdinal.length == 0) {
        int place = Arrays.binarySearch(wanted, ordinal);
        return place < 0 ? UNKNOWN : wantedNumbers[place];
      }
      if (byOrdinal[ordinal] == UNKNOWN) {
        byOrdinal[ordinal] = ids.id(values.lookupOrd(ordinal).utf8ToString());
      }
      return byOrdinal[ordinal];
    }
  }
}
