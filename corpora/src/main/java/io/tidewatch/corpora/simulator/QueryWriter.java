package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.SampleTexts.QueryKind;
import io.tidewatch.corpora.SampleTexts.SampleQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The queries of a category: the sample queries, then new ones of their words and the names of its
 * brands.
 */
final class QueryWriter {
  private static final int TRIES = 20;

  private QueryWriter() {}

  /** Distinct queries, {@code count} if so many can be made. */
  static List<SampleQuery> write(
      String category, List<SampleQuery> samples, List<Stall> stalls, int count, Chance chance) {
    var texts = new HashSet<String>();
    var queries = new ArrayList<SampleQuery>();
    for (SampleQuery sample : chance.shuffled(samples)) {
      if (queries.size() < count && texts.add(sample.query())) {
        queries.add(sample);
      }
    }
    List<String> words = samples.stream()
        .filter(q -> q.brands().isEmpty())
        .flatMap(q -> List.of(q.query().split(" ", -1)).stream())
        .distinct()
        .toList();
    for (int i = 0; i < TRIES * count && queries.size() < count && words.size() > 1; i++) {
      String first = chance.oneOf(words);
      String second = chance.oneOf(words);
      var brand = chance.oneOf(stalls).brand();
      boolean named = chance.happens(.4);
      String text = named ? brand.name() + " " + first : first + " " + second;
      if (!first.equals(second) && texts.add(text)) {
        queries.add(new SampleQuery(
            category,
            text,
            named ? QueryKind.BRAND : QueryKind.ATTRIBUTE,
            named ? List.of(brand.name()) : List.of()));
      }
    }
    return queries;
  }
}
