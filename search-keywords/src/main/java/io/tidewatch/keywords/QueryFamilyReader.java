package io.tidewatch.keywords;

import io.tidewatch.keywords.query.QueryCount;
import io.tidewatch.keywords.query.QueryReader;
import io.tidewatch.keywords.query.TypedQuery;
import io.tidewatch.model.catalogue.Catalogue;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Families and types by what a {@link QueryReader} over the current catalogue reads. A reader is kept
 * until the catalogue changes.
 */
public final class QueryFamilyReader implements KeywordFamilies {
  private final Supplier<Catalogue> catalogue;
  private final Function<Catalogue, QueryReader> readers;
  private final String version;
  private @Nullable Kept kept;

  /**
   * @param readers makes the reader of a catalogue snapshot
   * @param version of the words that readers know beside the catalogue's
   */
  public QueryFamilyReader(
      Supplier<Catalogue> catalogue, Function<Catalogue, QueryReader> readers, String version) {
    this.catalogue = catalogue;
    this.readers = readers;
    this.version = version;
  }

  @Override
  public FamilyMap of(Collection<QueryCount> keywords) {
    return keywords.isEmpty()
        ? FamilyMap.ALONE
        : FamilyMap.of(reader().families(keywords).all());
  }

  @Override
  public TypedQuery type(String keyword) {
    return reader().typer().type(keyword);
  }

  @Override
  public String version() {
    return version;
  }

  /** The reader of the current catalogue. */
  public synchronized QueryReader reader() {
    Catalogue current = catalogue.get();
    Kept last = kept;
    if (last == null || !last.version().equals(current.version())) {
      last = new Kept(current.version(), readers.apply(current));
      kept = last;
    }
    return last.reader();
  }

  private record Kept(String version, QueryReader reader) {}
}
