package io.tidewatch.keywords.query;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.query.HanScript;
import io.tidewatch.model.query.QueryWord;
import java.util.Collection;

/**
 * The one entry to reading queries: a normalizer, a typer and families over one catalogue snapshot,
 * one lexicon and what a query log teaches. Building it costs about the size of the catalogue; make a
 * new one when the catalogue changes. What it read of the queries of the last two logs is kept. Safe from
 * any thread.
 */
public final class QueryReader {
  private final QueryNormalizer normalizer;
  private final QueryVocabulary vocabulary;
  private final QueryTyper typer;
  private final PinyinWords pinyin;
  private final QueryForms forms;

  /** Reads without a query log. */
  public QueryReader(Catalogue catalogue, Collection<QueryWord> lexicon, HanScript script) {
    this(catalogue, lexicon, script, QueryStatistics.none());
  }

  /** Reads with what {@code statistics} learned from a query log. */
  public QueryReader(
      Catalogue catalogue,
      Collection<QueryWord> lexicon,
      HanScript script,
      QueryStatistics statistics) {
    normalizer = new QueryNormalizer(script);
    vocabulary = new QueryVocabulary(catalogue, lexicon, statistics, normalizer);
    typer = new QueryTyper(vocabulary, normalizer);
    var syllables = new Syllables(script);
    pinyin = new PinyinWords(vocabulary, syllables);
    forms = new QueryForms(new FormReader(normalizer, typer, syllables, pinyin));
  }

  public QueryNormalizer normalizer() {
    return normalizer;
  }

  public QueryTyper typer() {
    return typer;
  }

  /**
   * The families of a log; a query may stand in it several times. New queries cost most of the time,
   * those of one of the two logs before hardly any.
   *
   * @throws IllegalArgumentException for more than 16,777,216 distinct queries
   */
  public QueryFamilies families(Collection<QueryCount> log) {
    return QueryFamilies.build(log, forms.of(log), normalizer, typer, vocabulary, pinyin);
  }
}
