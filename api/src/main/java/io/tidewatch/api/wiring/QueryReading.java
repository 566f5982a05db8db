package io.tidewatch.api.wiring;

import io.tidewatch.corpora.QueryWords;
import io.tidewatch.keywords.QueryFamilyReader;
import io.tidewatch.keywords.query.QueryNormalizer;
import io.tidewatch.keywords.query.QueryReader;
import io.tidewatch.keywords.query.QueryStatistics;
import io.tidewatch.keywords.query.TypedSpan;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.query.QueryWord;
import io.tidewatch.model.query.TitleWords;
import io.tidewatch.nlp.hanlp.HanReadings;
import io.tidewatch.nlp.hanlp.SimplifiedCharacters;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Puts together what reads queries: the shipped words, a catalogue, HanLP's characters, a log. */
public final class QueryReading {
  private QueryReading() {}

  /**
   * Families and types of keywords by the shipped words and a catalogue. Nothing is learned from the
   * log, so that one window gives the same families whatever was read before.
   */
  public static QueryFamilyReader families(Supplier<Catalogue> catalogue) {
    List<QueryWord> words = QueryWords.shipped();
    return new QueryFamilyReader(
        catalogue,
        current -> new QueryReader(current, words, new HanReadings(new SimplifiedCharacters())),
        Integer.toHexString(words.toString().hashCode()));
  }

  /**
   * A reader of queries.
   *
   * @param log distinct queries to learn heads and names from; empty to learn nothing
   */
  public static QueryReader over(Catalogue catalogue, Collection<String> log) {
    var script = new HanReadings(new SimplifiedCharacters());
    var statistics = QueryStatistics.learn(log, new QueryNormalizer(script));
    return new QueryReader(catalogue, QueryWords.shipped(), script, statistics);
  }

  /** Cuts titles of products as queries are cut; reads the catalogue at the first title. */
  public static TitleWords titles(Supplier<Catalogue> catalogue) {
    var reader = new Lazy<>(() -> over(catalogue.get(), List.of()));
    return title ->
        reader.get().typer().type(title).spans().stream().map(TypedSpan::word).toList();
  }
}
