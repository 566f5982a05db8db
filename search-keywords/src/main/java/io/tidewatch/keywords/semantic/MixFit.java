package io.tidewatch.keywords.semantic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Learns how much each kind of evidence counts from the behaviour itself. Clicks of the earlier part
 * of the window make the evidence; those of the later part are the truth. Each keyword typed in the
 * later part takes its turn as a wish that nobody typed before; a keyword is the better an answer
 * the more alike the later clicks after both are. Shared text and clicks may each weigh nothing, a
 * twentieth or a tenth, whichever gives the largest mean discounted gain of the ten best. They only
 * order what is near in meaning: free weights go to clicks alone, since two keywords of one category
 * share most of their clicks although they mean different things.
 */
final class MixFit {
  static final int MIN_WISHES = 30;
  private static final int MAX_WISHES = 40;
  private static final int TOP = 10;
  private static final double[] WEIGHTS = {0, .05, .1};

  private final Vocabulary earlier;
  private final Vocabulary later;
  private final SemanticConfig config;

  /** {@code earlier} and {@code later} are of windows that follow each other. */
  MixFit(Vocabulary earlier, Vocabulary later, SemanticConfig config) {
    this.earlier = earlier;
    this.later = later;
    this.config = config;
  }

  /**
   * The weights; {@link Mix#DEFAULT} when fewer than {@value #MIN_WISHES} keywords can be judged.
   *
   * @param nearest the neighbours of a keyword's text
   */
  Mix fit(Function<String, WishReader.Nearest> nearest) {
    var reader = new WishReader(earlier, config);
    var cases = new ArrayList<Case>();
    for (Map.Entry<String, ClickProfile> wish : wishes()) {
      var reading = reader.read(wish.getKey(), nearest.apply(wish.getKey()));
      List<Judged> judged = reading.candidates().stream()
          .map(e -> new Judged(e, gain(wish.getValue(), e.keyword())))
          .toList();
      double best = discounted(judged.stream()
          .sorted(Comparator.comparingDouble(Judged::gain).reversed())
          .toList());
      if (best > 0) {
        cases.add(new Case(judged, best));
      }
    }
    return cases.size() < MIN_WISHES ? Mix.DEFAULT : best(cases);
  }

  private List<Map.Entry<String, ClickProfile>> wishes() {
    // spread over frequent and rare keywords by a hash of the text, the same each time
    return later.profiles().entrySet().stream()
        .sorted(Comparator.comparingInt(
                (Map.Entry<String, ClickProfile> e) -> e.getKey().hashCode() * 0x9E3779B9)
            .thenComparing(Map.Entry::getKey))
        .limit(MAX_WISHES)
        .toList();
  }

  private double gain(ClickProfile truth, String keyword) {
    ClickProfile profile = later.profile(keyword);
    return profile.isEmpty() ? 0 : truth.likeness(profile);
  }

  private static Mix best(List<Case> cases) {
    Mix best = Mix.DEFAULT;
    double most = -1;
    for (double text : WEIGHTS) {
      for (double clicks : WEIGHTS) {
        var mix = new Mix(1 - text - clicks, text, clicks, true);
        double mean = cases.stream().mapToDouble(k -> k.gain(mix)).average().orElse(0);
        if (mean > most) {
          most = mean;
          best = mix;
        }
      }
    }
    return best;
  }

  private static double discounted(List<Judged> ranked) {
    double sum = 0;
    for (int i = 0; i < Math.min(TOP, ranked.size()); i++) {
      sum += ranked.get(i).gain() * Math.log(2) / Math.log(i + 2);
    }
    return sum;
  }

  private record Judged(Evidence evidence, double gain) {}

  /** One wish; {@code best} is the discounted gain of the ideal order. */
  private record Case(List<Judged> judged, double best) {
    double gain(Mix mix) {
      return discounted(judged.stream()
              .sorted(Comparator.comparingDouble((Judged j) -> mix.score(j.evidence()))
                  .reversed()
                  .thenComparing(j -> j.evidence().keyword()))
              .toList())
          / best;
    }
  }
}
