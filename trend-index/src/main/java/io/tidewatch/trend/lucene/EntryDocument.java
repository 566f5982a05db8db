package io.tidewatch.trend.lucene;

import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.document.Seal;
import io.tidewatch.trend.Coverage;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.Seals;
import io.tidewatch.trend.StateCodec;
import io.tidewatch.trend.TextTokens;
import io.tidewatch.trend.TextTokens.Token;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.IndexEntry;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Index entries as Lucene documents. */
final class EntryDocument {
  private static final FieldType POSITIONS = tokens(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType PRESENCE = tokens(IndexOptions.DOCS);

  private EntryDocument() {}

  static Document of(IndexEntry entry) {
    Document document = new Document();
    DocumentKey key = entry.key();
    document.add(new SortedDocValuesField(Names.KEY, Names.term(key.toString())));
    document.add(new StringField(Names.ID, Names.entry(key), Store.NO));
    document.add(new StoredField(Names.BODY, StateCodec.encode(entry.state())));
    entry
        .state()
        .seen()
        .forEach(hash -> document.add(new SortedNumericDocValuesField(Names.SEEN, hash)));
    IndexEntry.Searchable searchable = entry.searchable();
    if (searchable == null) {
      document.add(new StringField(Names.ENTRY, Names.TOMBSTONE, Store.NO));
      time(document, TimeOrder.NO_TIME);
    } else {
      document.add(new StringField(Names.ENTRY, Names.DOCUMENT, Store.NO));
      searchable(document, searchable);
    }
    return document;
  }

  /** One day of one source's coverage. */
  static Document of(Coverage.Cell cell, int hours) {
    Document document = new Document();
    document.add(new StringField(Names.ENTRY, Names.COVERAGE, Store.NO));
    time(document, TimeOrder.NO_TIME);
    document.add(new StringField(Names.COVERAGE, cell.term(), Store.YES));
    document.add(new StoredField(Names.BODY, hours));
    return document;
  }

  static Document of(Seal seal) {
    Document document = new Document();
    document.add(new StringField(Names.ENTRY, Names.SEALED, Store.NO));
    time(document, TimeOrder.NO_TIME);
    document.add(new StringField(Names.SEAL, Names.term(seal.source()), Store.NO));
    document.add(new StoredField(Names.BODY, Seals.term(seal)));
    return document;
  }

  private static void searchable(Document document, IndexEntry.Searchable searchable) {
    time(document, searchable.at());
    for (Columns.Measure number : Columns.Measure.values()) {
      document.add(new NumericDocValuesField(Names.of(number), searchable.number(number)));
    }
    document.add(new LongPoint(
        Names.of(Columns.Measure.ENGAGEMENT), searchable.number(Columns.Measure.ENGAGEMENT)));
    searchable.values().forEach((field, values) -> add(document, field, values));
    List<Token> tokens = searchable.tokens();
    document.add(
        new org.apache.lucene.document.Field(Names.CHARS, new TokenList(tokens), POSITIONS));
    List<Token> pairs = TextTokens.pairs(tokens);
    if (!pairs.isEmpty()) {
      document.add(
          new org.apache.lucene.document.Field(Names.PAIRS, new TokenList(pairs), PRESENCE));
    }
  }

  private static void add(Document document, Field field, Collection<String> values) {
    String name = Names.of(field);
    for (String value : values) {
      BytesRef term = new BytesRef(value);
      switch (field) {
        case BRAND, PRODUCT, ASPECT, HASHTAG, SOURCE, DIRECT, TERM, UNLINKED ->
          document.add(new KeywordField(name, term, Store.NO));
        case SURFACE -> document.add(new SortedSetDocValuesField(name, term));
        case AUTHOR, SENTIMENT, INTENT, KIND, CATEGORY, SPAM, MEDIA, DICTIONARY, DEEP ->
          document.add(new StringField(name, term, Store.NO));
        case TEXT, AT, ENGAGEMENT ->
          throw new IllegalStateException(field + " has no values of its own");
      }
    }
  }

  /** All entries of an index must give a field the same structures. */
  private static void time(Document document, long micros) {
    document.add(new NumericDocValuesField(Names.AT, micros));
    document.add(new LongPoint(Names.AT, micros));
  }

  private static FieldType tokens(IndexOptions options) {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(options);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }
}
