package io.tidewatch.trend.lucene;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.trend.Coverage;
import io.tidewatch.trend.DocumentKeys;
import io.tidewatch.trend.DocumentState;
import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.DocumentState.Tombstone;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.StateCodec;
import io.tidewatch.trend.TextTokens;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
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

/** Turns what the store keeps into index entries. */
final class EntryMapper {
  private static final FieldType POSITIONS = indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType PRESENCE = indexed(IndexOptions.DOCS);

  private final Supplier<Catalogue> catalogue;

  EntryMapper(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  Document entry(DocumentState state) {
    Document entry = new Document();
    DocumentKey key = state.key();
    BytesRef keyTerm = Names.term(key.toString());
    entry.add(new StringField(Names.KEY, keyTerm, Store.NO));
    entry.add(new SortedDocValuesField(Names.KEY, keyTerm));
    entry.add(new StringField(Names.ID, Names.term(key.id()), Store.NO));
    entry.add(new StoredField(Names.BODY, StateCodec.encode(state)));
    state.seen().forEach(hash -> entry.add(new SortedNumericDocValuesField(Names.SEEN, hash)));
    switch (state) {
      case Live live -> {
        entry.add(new StringField(Names.ENTRY, Names.DOCUMENT, Store.NO));
        document(entry, live);
      }
      case Tombstone _ -> {
        entry.add(new StringField(Names.ENTRY, Names.TOMBSTONE, Store.NO));
        time(entry, Long.MIN_VALUE);
      }
    }
    return entry;
  }

  /** One day of one source's coverage. */
  static Document entry(Coverage.Cell cell, int hours) {
    Document entry = new Document();
    entry.add(new StringField(Names.ENTRY, Names.COVERAGE, Store.NO));
    time(entry, Long.MIN_VALUE);
    entry.add(new StringField(Names.COVERAGE, CoverageTerm.of(cell), Store.YES));
    entry.add(new StoredField(Names.BODY, hours));
    return entry;
  }

  private void document(Document entry, Live live) {
    DocumentRecord record = live.record();
    time(entry, Names.micros(record.publishedAt()));
    number(entry, Names.RECEIVED, Names.micros(live.received()));
    number(entry, Names.UNIT, Names.hash(record.unitKey()));
    number(entry, Names.UNIT_KIND, Codes.of(record.unit()));
    number(entry, Names.WORDING, live.annotation().signature().exact());
    number(entry, Names.ENGAGEMENT, DocumentKeys.engagement(record));
    number(
        entry, Names.ADVERTISEMENT, DocumentKeys.advertisement(record, live.annotation()) ? 1 : 0);
    number(entry, Names.POLARITY, Codes.of(live.annotation().sentiment().polarity()));
    value(entry, Field.KIND, record.type());
    value(
        entry,
        Field.SENTIMENT,
        live.annotation().sentiment().polarity().name().toLowerCase(Locale.ROOT));
    value(entry, Field.INTENT, live.annotation().intent().label());
    value(
        entry, Field.SPAM, live.annotation().spam().suspected() ? Names.SUSPECTED : Names.TRUSTED);
    String source = Objects.requireNonNull(record.envelope().source(), "source");
    value(entry, Field.SOURCE, source);
    entry.add(new SortedDocValuesField(Names.of(Field.SOURCE), Names.term(source)));
    if (record.authorId() != null) {
      value(entry, Field.AUTHOR, record.authorId());
    }
    if (live.awaitsDeepLane()) {
      entry.add(new StringField(Names.AWAITS_DEEP, "1", Store.NO));
    }
    entry.add(new StringField(
        Names.DICTIONARY, Names.term(live.annotation().dictionaryVersion()), Store.NO));
    keys(entry, DocumentKeys.of(record, live.annotation(), catalogue.get()));
    text(entry, record.text());
  }

  private static void keys(Document entry, DocumentKeys keys) {
    counted(entry, Names.DIRECT, keys.direct());
    counted(entry, Names.of(Field.BRAND), keys.brands());
    counted(entry, Names.of(Field.PRODUCT), keys.products());
    counted(entry, Names.of(Field.ASPECT), keys.aspects());
    counted(entry, Names.of(Field.HASHTAG), keys.hashtags());
    counted(entry, Names.TERM, keys.terms());
    counted(entry, Names.UNLINKED, keys.unlinked());
    keys.categories().forEach(c -> value(entry, Field.CATEGORY, c));
    keys.surfaces()
        .forEach(s -> entry.add(new SortedSetDocValuesField(Names.SURFACE, Names.term(s))));
  }

  private static void text(Document entry, String text) {
    List<TextTokens.Token> tokens = TextTokens.of(text);
    entry.add(new org.apache.lucene.document.Field(Names.CHARS, new TokenList(tokens), PRESENCE));
    List<TextTokens.Token> pairs = TokenList.pairs(tokens);
    if (!pairs.isEmpty()) {
      entry.add(new org.apache.lucene.document.Field(Names.PAIRS, new TokenList(pairs), POSITIONS));
    }
  }

  private static void counted(Document entry, String field, Collection<String> keys) {
    keys.forEach(k -> entry.add(new KeywordField(field, Names.term(k), Store.NO)));
  }

  /** All entries of an index must give a field the same structures. */
  private static void time(Document entry, long micros) {
    entry.add(new NumericDocValuesField(Names.AT, micros));
    entry.add(new LongPoint(Names.AT, micros));
  }

  private static void number(Document entry, String field, long value) {
    entry.add(new NumericDocValuesField(field, value));
  }

  private static void value(Document entry, Field field, String value) {
    entry.add(new StringField(Names.of(field), Names.term(value), Store.NO));
  }

  private static FieldType indexed(IndexOptions options) {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(options);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }
}
