package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.SampleTexts.QueryKind;
import io.tidewatch.corpora.SampleTexts.SampleQuery;
import io.tidewatch.corpora.simulator.Keyword.Plant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plants in every category words that one brand owns, words where a middling brand does better
 * than in its category, an open word, and a word where the leader does badly; in a small category
 * a word each of the first three sorts. Names of brands and products are words too. The other
 * queries lean more or less to some brand, or to the brand that they name. What a brand's share of
 * the category is follows from its shares of the words.
 */
final class KeywordPlan {
  /** Share of the searches that name just a brand or a product. */
  static final double NAMES = .15;

  private static final double FESTIVAL = .004;
  private static final double ADVANTAGE = 2.6;
  private static final double DISADVANTAGE = .12;
  private static final int ROUNDS = 40;

  private final List<Stall> stalls;
  private final double[] strength;
  private final SimulatorConfig config;
  private final boolean full;
  private final QueryVariants variants;

  /**
   * @param strength by stall, summing to 1: sales without a planted word
   * @param full whether every sort of word is planted
   */
  KeywordPlan(
      SimulatorConfig config,
      List<Stall> stalls,
      double[] strength,
      boolean full,
      QueryVariants variants) {
    this.config = config;
    this.stalls = stalls;
    this.strength = strength.clone();
    this.full = full;
    this.variants = variants;
  }

  /** The words, and the shares of the category's orders that they lead to. */
  record Planned(List<Keyword> keywords, Weights shares) {}

  Planned plan(List<SampleQuery> queries, List<FestivalWords.Word> festival, Chance chance) {
    List<QueryDraft> drafts = draft(queries, festival, chance);
    double[] shares = strength.clone();
    double words = config.traffic().searchShare();
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[shares.length];
      for (int b = 0; b < next.length; b++) {
        next[b] = (1 - words) * strength[b];
      }
      for (QueryDraft draft : drafts) {
        double[] sold = sold(draft, shares);
        for (int b = 0; b < next.length; b++) {
          next[b] += words * draft.weight() * sold[b];
        }
      }
      shares = next;
    }
    var keywords = new ArrayList<Keyword>();
    for (QueryDraft draft : drafts) {
      keywords.add(new Keyword(
          draft.text(),
          draft.weight(),
          draft.kind(),
          draft.named(),
          draft.occasion(),
          Weights.of(sold(draft, shares)),
          draft.plant(),
          labels(draft),
          config.queries().variantShare() == 0 ? List.of() : variants.of(draft.text(), chance)));
    }
    return new Planned(keywords, Weights.of(shares));
  }

  private List<QueryDraft> draft(
      List<SampleQuery> queries, List<FestivalWords.Word> festival, Chance chance) {
    var named = new ArrayList<SampleQuery>();
    var open = new ArrayList<SampleQuery>();
    for (SampleQuery query : chance.shuffled(queries)) {
      boolean one = query.brands().size() == 1 && stall(query.brands().getFirst()) >= 0;
      boolean brandless = query.kind() != QueryKind.BRAND && query.kind() != QueryKind.PRODUCT;
      if (one) {
        named.add(query);
      } else if (brandless) {
        open.add(query);
      }
    }
    var planted = new ArrayList<QueryDraft>();
    owned(named, planted, 1);
    if (full) {
      owned(named, planted, .6);
    }
    List<Integer> others = ownersApart(planted);
    planted(open, planted, Plant.CONTESTED, others.get(Math.min(2, others.size() - 1)), .9);
    planted(open, planted, Plant.NEUTRAL, -1, .8);
    if (full) {
      planted(open, planted, Plant.WEAK, others.getFirst(), .75);
      planted(open, planted, Plant.CONTESTED, others.get(Math.min(4, others.size() - 1)), .6);
    }
    var ordinary = new ArrayList<QueryDraft>();
    var rest = new ArrayList<>(named);
    rest.addAll(open);
    for (SampleQuery query : chance.shuffled(rest)) {
      double weight = Math.pow(ordinary.size() + 2, -config.queries().zipf());
      int stall = query.brands().isEmpty() ? -1 : stall(query.brands().getFirst());
      ordinary.add(free(query.query(), query.kind(), weight, stall, null, chance));
    }
    var all = new ArrayList<QueryDraft>();
    double plantedShare = ordinary.isEmpty() ? 1 : config.queries().plantedShare();
    scale(planted, planted.isEmpty() ? 0 : (1 - NAMES) * plantedShare, all);
    scale(ordinary, (1 - NAMES) * (planted.isEmpty() ? 1 : 1 - plantedShare), all);
    scale(names(chance), NAMES, all);
    var festive = new ArrayList<QueryDraft>();
    festival.forEach(
        word -> festive.add(free(word.query(), QueryKind.SCENE, 1, -1, word.occasion(), chance)));
    scale(festive, FESTIVAL * festive.size(), all);
    return distinct(all);
  }

  private List<QueryDraft> names(Chance chance) {
    var names = new ArrayList<QueryDraft>();
    for (int b = 0; b < stalls.size(); b++) {
      Stall stall = stalls.get(b);
      names.add(free(stall.brand().name(), QueryKind.BRAND, .6 * strength[b], b, null, chance));
      String product = stall.products().getFirst().name();
      names.add(free(product, QueryKind.PRODUCT, .4 * strength[b], b, null, chance));
    }
    return names;
  }

  private QueryDraft free(
      String text,
      QueryKind kind,
      double weight,
      int named,
      @Nullable String occasion,
      Chance chance) {
    double spread = config.queries().ownershipSpread();
    double wanted = config.queries().namedShare();
    double lean = spread * Math.sqrt(chance.uniform());
    double[] tilt = new double[stalls.size()];
    for (int b = 0; b < tilt.length; b++) {
      tilt[b] = Math.exp(lean * chance.normal());
    }
    double own = Math.clamp(wanted + (spread > 0 ? .12 * chance.normal() : 0), .05, .98);
    return new QueryDraft(
        text, kind, weight, Plant.NONE, named, named, occasion, own, Weights.of(tilt));
  }

  private static void scale(List<QueryDraft> drafts, double share, List<QueryDraft> into) {
    double sum = drafts.stream().mapToDouble(d -> d.weight()).sum();
    for (QueryDraft d : drafts) {
      into.add(d.weighing(share * d.weight() / sum));
    }
  }

  /** The first of those with one text. */
  private static List<QueryDraft> distinct(List<QueryDraft> drafts) {
    var texts = new HashSet<String>();
    return drafts.stream().filter(d -> texts.add(d.text())).toList();
  }

  private void owned(List<SampleQuery> named, List<QueryDraft> into, double weight) {
    for (int i = 0; i < named.size(); i++) {
      int stall = stall(named.get(i).brands().getFirst());
      if (into.stream().noneMatch(d -> d.plant() == Plant.OWNED && d.stall() == stall)) {
        SampleQuery query = named.remove(i);
        into.add(draft(query, weight, Plant.OWNED, stall, stall));
        return;
      }
    }
  }

  /** The stalls that own no word, strongest first; all of them when each owns one. */
  private List<Integer> ownersApart(List<QueryDraft> drafts) {
    List<Integer> all = IntStream.range(0, stalls.size()).boxed().toList();
    List<Integer> others =
        all.stream().filter(b -> drafts.stream().noneMatch(d -> d.stall() == b)).toList();
    return others.isEmpty() ? all : others;
  }

  private void planted(
      List<SampleQuery> open, List<QueryDraft> into, Plant plant, int stall, double weight) {
    if (!open.isEmpty()) {
      into.add(draft(open.removeFirst(), weight, plant, stall, -1));
    }
  }

  private QueryDraft draft(SampleQuery query, double weight, Plant plant, int stall, int named) {
    double[] even = new double[stalls.size()];
    Arrays.fill(even, 1);
    return new QueryDraft(
        query.query(),
        query.kind(),
        weight,
        plant,
        stall,
        named,
        null,
        config.queries().ownerShare(),
        Weights.of(even));
  }

  private double[] sold(QueryDraft draft, double[] category) {
    return switch (draft.plant()) {
      case OWNED -> favouring(category, draft.stall(), draft.own());
      case CONTESTED ->
        favouring(category, draft.stall(), Math.min(.45, ADVANTAGE * category[draft.stall()]));
      case WEAK -> favouring(category, draft.stall(), DISADVANTAGE * category[draft.stall()]);
      case NEUTRAL -> category;
      case NONE ->
        draft.stall() < 0
            ? leaning(category, draft.tilt())
            : favouring(category, draft.stall(), draft.own());
    };
  }

  /** One stall gets {@code share}, the others keep their proportions. */
  private static double[] favouring(double[] category, int stall, double share) {
    double[] shares = category.clone();
    double rest = Arrays.stream(category).sum() - category[stall];
    for (int b = 0; b < shares.length; b++) {
      shares[b] = b == stall ? share : category[b] / rest * (1 - share);
    }
    return shares;
  }

  private static double[] leaning(double[] category, Weights tilt) {
    double[] shares = new double[category.length];
    double sum = 0;
    for (int b = 0; b < shares.length; b++) {
      shares[b] = category[b] * tilt.get(b);
      sum += shares[b];
    }
    for (int b = 0; b < shares.length; b++) {
      shares[b] /= sum;
    }
    return shares;
  }

  private Map<Integer, String> labels(QueryDraft draft) {
    var labels = new HashMap<Integer, String>();
    switch (draft.plant()) {
      case OWNED -> {
        for (int b = 0; b < stalls.size(); b++) {
          labels.put(b, b == draft.stall() ? "OWNED" : "RIVAL_OWNED");
        }
      }
      case CONTESTED -> labels.put(draft.stall(), "CONTESTED_ADVANTAGE");
      case NEUTRAL -> {
        for (int b = 0; b < Math.min(3, stalls.size()); b++) {
          labels.put(b, "OPEN_NEUTRAL");
        }
      }
      case WEAK -> labels.put(draft.stall(), "OPEN_WEAK");
      case NONE -> {}
    }
    return labels;
  }

  private int stall(String name) {
    for (int b = 0; b < stalls.size(); b++) {
      if (stalls.get(b).brand().name().equals(name)
          || stalls.get(b).brand().aliases().contains(name)) {
        return b;
      }
    }
    return -1;
  }
}
