package io.tidewatch.trend.question;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.Media;
import io.tidewatch.model.record.Post;
import io.tidewatch.trend.DocumentKeys;
import io.tidewatch.trend.DocumentState;
import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.DocumentState.Tombstone;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.IndexTerm;
import io.tidewatch.trend.Micros;
import io.tidewatch.trend.TextTokens;
import io.tidewatch.trend.engine.Codes;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.IndexEntry;
import io.tidewatch.trend.engine.IndexEntry.Searchable;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Turns what the store keeps into index entries. */
final class EntryMapper {
  private final Supplier<Catalogue> catalogue;

  EntryMapper(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  IndexEntry entry(DocumentState state) {
    return switch (state) {
      case Live live -> new IndexEntry(live, searchable(live));
      case Tombstone tombstone -> new IndexEntry(tombstone, null);
    };
  }

  private Searchable searchable(Live live) {
    DocumentRecord record = live.record();
    return new Searchable(
        Micros.of(record.publishedAt()),
        numbers(live),
        values(live),
        TextTokens.of(record.searchedText()));
  }

  private static Map<Columns.Measure, Long> numbers(Live live) {
    var numbers = new EnumMap<Columns.Measure, Long>(Columns.Measure.class);
    for (Columns.Measure measure : Columns.Measure.values()) {
      numbers.put(measure, number(measure, live));
    }
    return numbers;
  }

  private static long number(Columns.Measure column, Live live) {
    DocumentRecord record = live.record();
    return switch (column) {
      case RECEIVED -> Micros.of(live.received());
      case UNIT -> IndexTerm.hash(record.unitKey());
      case UNIT_KIND -> Codes.of(record.unit());
      case WORDING -> live.annotation().signature().exact();
      case SIMHASH -> live.annotation().signature().simHash();
      case ENGAGEMENT -> DocumentKeys.engagement(record);
      case ADVERTISEMENT -> DocumentKeys.advertisement(record, live.annotation()) ? 1 : 0;
      case POLARITY -> Codes.of(live.annotation().sentiment().polarity());
    };
  }

  private Map<Field, Collection<String>> values(Live live) {
    DocumentRecord record = live.record();
    Annotation annotation = live.annotation();
    DocumentKeys keys = DocumentKeys.of(record, annotation, catalogue.get());
    var values = new EnumMap<Field, Collection<String>>(Field.class);
    put(values, Field.KIND, List.of(record.type()));
    put(
        values,
        Field.SENTIMENT,
        List.of(annotation.sentiment().polarity().name().toLowerCase(Locale.ROOT)));
    put(values, Field.INTENT, List.of(annotation.intent().label()));
    put(
        values,
        Field.SPAM,
        List.of(annotation.spam().suspected() ? Field.SUSPECTED : Field.TRUSTED));
    put(
        values,
        Field.SOURCE,
        List.of(Objects.requireNonNull(record.envelope().source(), "source")));
    put(values, Field.MEDIA, media(record));
    put(values, Field.AUTHOR, record.authorId() == null ? List.of() : List.of(record.authorId()));
    put(values, Field.DEEP, live.awaitsDeepLane() ? List.of(Field.WAITING) : List.of());
    put(values, Field.DICTIONARY, List.of(annotation.dictionaryVersion()));
    put(values, Field.DIRECT, keys.direct());
    put(values, Field.BRAND, keys.brands());
    put(values, Field.PRODUCT, keys.products());
    put(values, Field.ASPECT, keys.aspects());
    put(values, Field.HASHTAG, keys.hashtags());
    put(values, Field.TERM, keys.terms());
    put(values, Field.UNLINKED, keys.unlinked());
    put(values, Field.CATEGORY, keys.categories());
    put(values, Field.SURFACE, keys.surfaces());
    return values;
  }

  private static List<String> media(DocumentRecord record) {
    if (!(record instanceof Post post) || post.media().isEmpty()) {
      return List.of();
    }
    return post.media().stream().anyMatch(Media::hasCaption)
        ? List.of(Field.ANY, Field.CAPTIONED)
        : List.of(Field.ANY);
  }

  private static void put(
      Map<Field, Collection<String>> values, Field field, Collection<String> given) {
    if (!given.isEmpty()) {
      values.put(field, given.stream().map(IndexTerm::of).toList());
    }
  }
}
