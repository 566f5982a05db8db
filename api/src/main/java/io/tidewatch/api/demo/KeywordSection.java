package io.tidewatch.api.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.keywords.KeywordDesk;
import io.tidewatch.keywords.KeywordQuery;
import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.formula.KeywordLabel;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keywords for one brand, and how the labels compare with those that were planted. */
final class KeywordSection {
  private static final int SHOWN_PER_LABEL = 3;
  private static final int ALL = 10_000;

  private final KeywordDesk desk;
  private final Instant asOf;

  KeywordSection(KeywordDesk desk, Instant asOf) {
    this.desk = desk;
    this.asOf = asOf;
  }

  /** The brand's rows that have a verdict. */
  List<KeywordRow> judged(String brandId) {
    var query = new KeywordQuery(
        brandId, null, null, Set.of(), ALL, new Span(asOf, null), null, Locale.CHINESE);
    return desk.recommend(query).stream()
        .filter(row -> row.label() != null && row.label() != KeywordLabel.INSUFFICIENT)
        .toList();
  }

  void print(Wording wording, List<KeywordRow> rows, List<JsonNode> planted, PrintStream out) {
    if (rows.isEmpty()) {
      out.println(wording.say("keywords.none"));
    }
    var shown = new HashMap<KeywordLabel, Integer>();
    for (KeywordRow row : rows) {
      if (row.label() != null && shown.merge(row.label(), 1, Integer::sum) <= SHOWN_PER_LABEL) {
        out.println(wording.say(
            "keywords.row",
            row.keyword(),
            wording.name("label", row.label().name()),
            number(row.E()),
            number(row.R()),
            row.A() == null ? "—" : number(row.A().mid()),
            count(row.counts().searchers()),
            count(row.counts().orders()),
            count(row.counts().brandOrders())));
      }
    }
    long[] recovered = recovered(rows, planted);
    out.println(wording.say("keywords.truth", recovered[0], recovered[1]));
    out.println(wording.say("keywords.note"));
  }

  /**
   * How many planted labels of the rows' categories could be judged, and how many of these were
   * judged alike.
   */
  private long[] recovered(List<KeywordRow> rows, List<JsonNode> planted) {
    var categories = rows.stream().map(KeywordRow::category).collect(Collectors.toSet());
    Map<String, Map<String, String>> labels = new LinkedHashMap<>();
    for (JsonNode keyword : planted) {
      String category = keyword.path("category").asText();
      String word = keyword.path("keyword").asText() + "@" + category;
      if (categories.contains(category)) {
        keyword
            .path("labels")
            .properties()
            .forEach(e -> labels
                .computeIfAbsent(e.getKey(), b -> new HashMap<>())
                .put(word, e.getValue().asText()));
      }
    }
    var hits = new ArrayList<Boolean>();
    labels.forEach((brand, expected) -> {
      for (KeywordRow row : judged(brand)) {
        String label = expected.get(row.keyword() + "@" + row.category());
        if (label != null) {
          hits.add(label.equals(String.valueOf(row.label())));
        }
      }
    });
    return new long[] {hits.size(), hits.stream().filter(hit -> hit).count()};
  }

  private static String number(@Nullable Double value) {
    return value == null ? "—" : "%.2f".formatted(value);
  }

  private static long count(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
