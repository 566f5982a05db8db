package io.tidewatch.api.eval;

import io.tidewatch.keywords.KeywordDesk;
import io.tidewatch.keywords.KeywordQuery;
import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.keywords.KeywordSources;
import io.tidewatch.keywords.answer.KeywordExplanation;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.eval.TableWord;
import io.tidewatch.keywords.formula.Interval;
import io.tidewatch.keywords.formula.KeywordLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the whole keyword table of a window through the answers that every brand would get. */
final class TableReader {
  private static final int ALL = 10_000;
  private static final String BEHAVIOUR = "behaviour";

  private final KeywordDesk desk;
  private final Span span;

  TableReader(KeywordDesk desk, Span span) {
    this.desk = desk;
    this.span = span;
  }

  /** The words of a category as its brands see them, by keyword. */
  List<TableWord> words(String category, Set<String> brands) {
    var rows = new TreeMap<String, Map<String, KeywordRow>>();
    for (String brand : brands) {
      var query = new KeywordQuery(
          brand, category, null, Set.of(KeywordSources.CATEGORY), ALL, span, null, Locale.ENGLISH);
      for (KeywordRow row : desk.recommend(query)) {
        if (category.equals(row.category()) && row.basis().equals(BEHAVIOUR)) {
          rows.computeIfAbsent(row.keyword(), k -> new TreeMap<>()).putIfAbsent(brand, row);
        }
      }
    }
    var words = new ArrayList<TableWord>();
    rows.forEach((keyword, byBrand) -> words.add(word(keyword, category, byBrand)));
    return words;
  }

  private TableWord word(String keyword, String category, Map<String, KeywordRow> byBrand) {
    KeywordRow any = byBrand.values().iterator().next();
    var sides = new TreeMap<String, TableWord.Side>();
    byBrand.forEach((brand, row) -> sides.put(brand, side(row)));
    var counts = any.counts();
    return new TableWord(
        keyword,
        category,
        known(counts.searchers()),
        known(counts.orders()),
        known(counts.buyers()),
        any.E(),
        any.E() == null ? null : spread(keyword, category),
        any.R(),
        counts.gmv() == null ? 0 : counts.gmv().doubleValue(),
        sides);
  }

  private static TableWord.Side side(KeywordRow row) {
    Double revenue = row.R();
    Double own = row.RBrand();
    double share = revenue == null || own == null || revenue == 0 ? 0 : own / revenue;
    KeywordLabel label = Objects.requireNonNullElse(row.label(), KeywordLabel.INSUFFICIENT);
    Interval edge = row.A();
    return new TableWord.Side(known(row.counts().brandOrders()), share, label, edge, own);
  }

  private @Nullable Double spread(String keyword, String category) {
    for (KeywordExplanation why : desk.explain(keyword, null, span, null)) {
      var entropy = why.entropy();
      if (category.equals(why.category()) && entropy != null) {
        return entropy.spread();
      }
    }
    return null;
  }

  private static long known(@Nullable Long count) {
    return count == null ? 0 : count;
  }
}
