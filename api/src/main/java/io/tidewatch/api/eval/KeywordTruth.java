package io.tidewatch.api.eval;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Json;
import io.tidewatch.corpora.simulator.SimulatorFiles;
import io.tidewatch.keywords.eval.TrueWord;
import io.tidewatch.model.behavior.KeywordText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What a simulated market's searches were to bring in some days. Immutable. */
final class KeywordTruth {
  private final Map<String, SortedMap<String, Double>> categories;
  private final Map<Place, TrueWord> bySpelling;

  private KeywordTruth(
      Map<String, SortedMap<String, Double>> categories, Map<Place, TrueWord> bySpelling) {
    this.categories = categories;
    this.bySpelling = bySpelling;
  }

  /** A text in a category. */
  private record Place(String keyword, String category) {}

  /** The days from {@code first} to before {@code end}. */
  static KeywordTruth read(SimulatedMarket market, LocalDate first, LocalDate end) {
    var sums = new HashMap<Place, Sum>();
    var categories = new TreeMap<String, SortedMap<String, Double>>();
    rows(market.truth(SimulatorFiles.KEYWORD_DAYS), row -> {
      LocalDate day = LocalDate.parse(row.path("day").asText());
      if (day.isBefore(first) || !day.isBefore(end)) {
        return;
      }
      var place = new Place(row.path("keyword").asText(), row.path("category").asText());
      if (place.keyword().isEmpty()) {
        add(categories.computeIfAbsent(place.category(), c -> new TreeMap<>()), row.path("orders"));
      } else {
        sums.computeIfAbsent(place, p -> new Sum()).add(row);
      }
    });
    var families = new ArrayList<Family>();
    rows(market.truth(SimulatorFiles.KEYWORDS), row -> {
      var place = new Place(row.path("keyword").asText(), row.path("category").asText());
      Sum sum = sums.get(place);
      if (sum != null && sum.expected() > 0) {
        families.add(new Family(place, row, sum));
      }
    });
    return new KeywordTruth(Collections.unmodifiableMap(categories), bySpelling(families));
  }

  /** Main forms win over other forms; a form of two families belongs to none of them. */
  private static Map<Place, TrueWord> bySpelling(List<Family> families) {
    var main = new LinkedHashMap<Place, TrueWord>();
    var other = new HashMap<Place, TrueWord>();
    var twice = new HashSet<Place>();
    for (Family family : families) {
      TrueWord word = family.word();
      for (String spelling : word.spellings()) {
        var place = new Place(spelling, word.category());
        if (spelling.equals(KeywordText.normalise(word.keyword()))) {
          main.put(place, word);
        } else if (other.put(place, word) != null) {
          twice.add(place);
        }
      }
    }
    other.forEach((place, word) -> {
      if (!twice.contains(place)) {
        main.putIfAbsent(place, word);
      }
    });
    return Collections.unmodifiableMap(main);
  }

  /** The family of a keyword of the table; empty when it is no known form of one. */
  Optional<TrueWord> of(String keyword, String category) {
    return Optional.ofNullable(bySpelling.get(new Place(keyword, category)));
  }

  /** Expected orders by brand, from wherever they come, by category. */
  Map<String, SortedMap<String, Double>> categories() {
    return categories;
  }

  static void rows(Path file, Consumer<JsonNode> sink) {
    var json = new Json();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        sink.accept(json.parse(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  private static void add(Map<String, Double> into, JsonNode amounts) {
    amounts.properties().forEach(a -> into.merge(a.getKey(), a.getValue().asDouble(), Double::sum));
  }

  private record Family(Place place, JsonNode row, Sum sum) {
    TrueWord word() {
      var spellings = new HashSet<String>();
      spellings.add(KeywordText.normalise(place.keyword()));
      row.path("variants")
          .properties()
          .forEach(v -> spellings.add(KeywordText.normalise(v.getKey())));
      var labels = new HashMap<String, String>();
      row.path("labels")
          .properties()
          .forEach(l -> labels.put(l.getKey(), l.getValue().asText()));
      return new TrueWord(
          KeywordText.normalise(place.keyword()),
          place.category(),
          spellings,
          row.path("planted").asText(),
          sum.searches,
          sum.botSearches,
          sum.orders,
          sum.revenue,
          labels);
    }
  }

  private static final class Sum {
    private long searches;
    private long botSearches;
    private final SortedMap<String, Double> orders = new TreeMap<>();
    private final SortedMap<String, Double> revenue = new TreeMap<>();

    void add(JsonNode day) {
      searches += day.path("searches").asLong();
      botSearches += day.path("botSearches").asLong();
      KeywordTruth.add(orders, day.path("orders"));
      KeywordTruth.add(revenue, day.path("revenue"));
    }

    double expected() {
      return orders.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }
}
