package io.tidewatch.keywords;

import io.tidewatch.keywords.KeywordRelations.Neighbour;
import io.tidewatch.model.behavior.CoSearch;
import io.tidewatch.model.behavior.KeywordCounts;
import io.tidewatch.model.behavior.KeywordPlace;
import io.tidewatch.model.behavior.OrderPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects {@link KeywordRelations} from counts, and from the places of clicked products that come
 * ordered by keyword, then product. Not thread-safe.
 */
final class RelationTally {
  private static final int MOST_WORDS_OF_A_PRODUCT = 50;
  private static final double WEAKEST = 0.02;
  private static final Comparator<Neighbour> STRONGEST = Comparator.comparingDouble(
          Neighbour::strength)
      .reversed()
      .thenComparing(Comparator.comparingLong(Neighbour::count).reversed())
      .thenComparing(Neighbour::word);

  private final Map<String, List<Clicked>> clickedUnder = new HashMap<>();
  private final Names searched = new Names();
  private final NearestWords coSearches = new NearestWords(searched);
  private final Map<String, List<Neighbour>> paths = new HashMap<>();

  void add(KeywordPlace row) {
    if (row.clicked() > 0) {
      List<Clicked> words = clickedUnder.computeIfAbsent(row.productId(), p -> new ArrayList<>());
      if (!words.isEmpty() && words.getLast().keyword.equals(row.keyword())) {
        words.getLast().clicks += row.clicked();
      } else {
        words.add(new Clicked(row.keyword(), row.clicked()));
      }
    }
  }

  /** The relations of what was added, and of the searches and orders that {@code counts} tells. */
  KeywordRelations result(KeywordCounts counts) {
    counts.coSearches(this::add);
    counts.orderPaths(this::add);
    return new KeywordRelations(
        coSearches.all(), coClick().all(), sorted(paths), counts.busySearchers());
  }

  private void add(CoSearch row) {
    double cosine = row.users() / Math.sqrt((double) row.oneUsers() * row.otherUsers());
    coSearches.add(searched.number(row.one()), searched.number(row.other()), cosine, row.users());
  }

  private void add(OrderPath row) {
    paths
        .computeIfAbsent(row.brandId(), b -> new ArrayList<>())
        .add(new Neighbour(row.keyword(), row.buyers() / (double) row.brandBuyers(), row.buyers()));
  }

  private NearestWords coClick() {
    var numbers = new Names();
    var lengths = new ArrayList<double[]>();
    var dots = new PairSums();
    for (List<Clicked> all : clickedUnder.values()) {
      for (Clicked clicked : all) {
        clicked.number = numbers.number(clicked.keyword);
        if (clicked.number == lengths.size()) {
          lengths.add(new double[1]);
        }
        lengths.get(clicked.number)[0] += (double) clicked.clicks * clicked.clicks;
      }
      List<Clicked> most = all.size() <= MOST_WORDS_OF_A_PRODUCT
          ? all
          : all.stream()
              .sorted(
                  Comparator.comparingLong((Clicked c) -> -c.clicks).thenComparing(c -> c.keyword))
              .limit(MOST_WORDS_OF_A_PRODUCT)
              .toList();
      for (int i = 0; i < most.size(); i++) {
        for (int j = i + 1; j < most.size(); j++) {
          dots.add(
              most.get(i).number,
              most.get(j).number,
              (double) most.get(i).clicks * most.get(j).clicks);
        }
      }
    }
    var nearest = new NearestWords(numbers);
    dots.forEach((one, other, sum, count) -> {
      double cosine = sum / Math.sqrt(lengths.get(one)[0] * lengths.get(other)[0]);
      if (cosine >= WEAKEST) {
        nearest.add(one, other, Math.min(1, cosine), count);
      }
    });
    return nearest;
  }

  private static Map<String, List<Neighbour>> sorted(Map<String, List<Neighbour>> all) {
    var sorted = new HashMap<String, List<Neighbour>>();
    all.forEach(
        (brand, words) -> sorted.put(brand, words.stream().sorted(STRONGEST).toList()));
    return sorted;
  }

  private static final class Clicked {
    private final String keyword;
    private long clicks;
    private int number;

    Clicked(String keyword, long clicks) {
      this.keyword = keyword;
      this.clicks = clicks;
    }
  }
}
