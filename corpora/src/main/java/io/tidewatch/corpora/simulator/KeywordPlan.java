package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.SampleTexts.QueryKind;
import io.tidewatch.corpora.SampleTexts.SampleQuery;
import io.tidewatch.corpora.simulator.Keyword.Plant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Plants in every category words that one brand owns, words where a middling brand does better
 * than in its category, an open word, and a word where the leader does badly; in a small category
 * a word each of the first three sorts. The other queries are ordinary. What a brand's share of the category is follows from its shares of the words.
 */
final class KeywordPlan {
  private static final double TAIL = .15;
  private static final double OWNER = .88;
  private static final double NAMED = .8;
  private static final double ADVANTAGE = 2.6;
  private static final double DISADVANTAGE = .12;
  private static final int ROUNDS = 40;

  private final List<Stall> stalls;
  private final double[] strength;
  private final double wordShare;
  private final boolean full;

  /**
   * @param strength by stall, summing to 1: sales without a planted word
   * @param wordShare share of the category's sales that comes through these queries
   * @param full whether every sort of word is planted
   */
  KeywordPlan(List<Stall> stalls, double[] strength, double wordShare, boolean full) {
    this.stalls = stalls;
    this.strength = strength;
    this.wordShare = wordShare;
    this.full = full;
  }

  /** The words, and the shares of the category's orders that they lead to. */
  record Planned(List<Keyword> keywords, Weights shares) {}

  Planned plan(List<SampleQuery> queries, Chance chance) {
    List<Draft> drafts = draft(queries, chance);
    double[] shares = strength.clone();
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[shares.length];
      double words = drafts.isEmpty() ? 0 : wordShare;
      for (int b = 0; b < next.length; b++) {
        next[b] = (1 - words) * strength[b];
      }
      for (Draft draft : drafts) {
        double[] sold = sold(draft, shares);
        for (int b = 0; b < next.length; b++) {
          next[b] += words * draft.weight * sold[b];
        }
      }
      shares = next;
    }
    var keywords = new ArrayList<Keyword>();
    for (Draft draft : drafts) {
      keywords.add(new Keyword(
          draft.text, draft.weight, Weights.of(sold(draft, shares)), draft.plant, labels(draft)));
    }
    return new Planned(keywords, Weights.of(shares));
  }

  private List<Draft> draft(List<SampleQuery> queries, Chance chance) {
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
    var drafts = new ArrayList<Draft>();
    owned(named, drafts, 1);
    if (full) {
      owned(named, drafts, .6);
    }
    List<Integer> others = ownersApart(drafts);
    planted(open, drafts, Plant.CONTESTED, others.get(Math.min(2, others.size() - 1)), .9);
    planted(open, drafts, Plant.NEUTRAL, -1, .8);
    if (full) {
      planted(open, drafts, Plant.WEAK, others.getFirst(), .75);
      planted(open, drafts, Plant.CONTESTED, others.get(Math.min(4, others.size() - 1)), .6);
    }
    double heavy = drafts.stream().mapToDouble(d -> d.weight).sum();
    var rest = new ArrayList<>(named);
    rest.addAll(open);
    double tail = 0;
    for (int i = 0; i < rest.size(); i++) {
      tail += 1.0 / (i + 2);
    }
    double heavyShare = rest.isEmpty() ? 1 : drafts.isEmpty() ? 0 : 1 - TAIL;
    var scaled = new ArrayList<Draft>();
    for (Draft d : drafts) {
      scaled.add(new Draft(d.text, heavyShare * d.weight / heavy, d.plant, d.stall));
    }
    List<SampleQuery> ordinary = chance.shuffled(rest);
    for (int i = 0; i < ordinary.size(); i++) {
      SampleQuery query = ordinary.get(i);
      int stall = query.brands().isEmpty() ? -1 : stall(query.brands().getFirst());
      scaled.add(new Draft(query.query(), (1 - heavyShare) / (i + 2) / tail, Plant.NONE, stall));
    }
    return scaled;
  }

  private void owned(List<SampleQuery> named, List<Draft> into, double weight) {
    for (int i = 0; i < named.size(); i++) {
      int stall = stall(named.get(i).brands().getFirst());
      if (into.stream().noneMatch(d -> d.plant == Plant.OWNED && d.stall == stall)) {
        into.add(new Draft(named.remove(i).query(), weight, Plant.OWNED, stall));
        return;
      }
    }
  }

  /** The stalls that own no word, strongest first; all of them when each owns one. */
  private List<Integer> ownersApart(List<Draft> drafts) {
    List<Integer> all = IntStream.range(0, stalls.size()).boxed().toList();
    List<Integer> others =
        all.stream().filter(b -> drafts.stream().noneMatch(d -> d.stall == b)).toList();
    return others.isEmpty() ? all : others;
  }

  private static void planted(
      List<SampleQuery> open, List<Draft> into, Plant plant, int stall, double weight) {
    if (!open.isEmpty()) {
      into.add(new Draft(open.removeFirst().query(), weight, plant, stall));
    }
  }

  private double[] sold(Draft draft, double[] category) {
    return switch (draft.plant) {
      case OWNED -> favouring(category, draft.stall, OWNER);
      case CONTESTED ->
        favouring(category, draft.stall, Math.min(.45, ADVANTAGE * category[draft.stall]));
      case WEAK -> favouring(category, draft.stall, DISADVANTAGE * category[draft.stall]);
      case NEUTRAL -> category;
      case NONE -> draft.stall < 0 ? category : favouring(category, draft.stall, NAMED);
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

  private Map<Integer, String> labels(Draft draft) {
    var labels = new HashMap<Integer, String>();
    switch (draft.plant) {
      case OWNED -> {
        for (int b = 0; b < stalls.size(); b++) {
          labels.put(b, b == draft.stall ? "OWNED" : "RIVAL_OWNED");
        }
      }
      case CONTESTED -> labels.put(draft.stall, "CONTESTED_ADVANTAGE");
      case NEUTRAL -> {
        for (int b = 0; b < Math.min(3, stalls.size()); b++) {
          labels.put(b, "OPEN_NEUTRAL");
        }
      }
      case WEAK -> labels.put(draft.stall, "OPEN_WEAK");
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

  private record Draft(String text, double weight, Plant plant, int stall) {}
}
