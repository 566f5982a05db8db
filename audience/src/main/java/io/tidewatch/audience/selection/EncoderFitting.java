package io.tidewatch.audience.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Learns an encoder from a sample: cuts first, then users by level, then what is kept. */
final class EncoderFitting {
  private static final int USERS_FOR_CUTS = 100_000;
  private static final double TOP_WEIGHT = 0.99;

  private final Sample sample;
  private final Form form;
  private final EncodingSettings settings;
  private final List<FeatureSpec> features;

  /** A feature, or one tag of a feature, with the levels it would have. */
  private record Candidate(int feature, int symbol, int columns, double information) {}

  EncoderFitting(Sample sample, Form form, EncodingSettings settings) {
    if (sample.size() == 0) {
      throw new IllegalArgumentException("sample: at least one user is required, got none");
    }
    this.sample = sample;
    this.form = form;
    this.settings = settings;
    this.features = sample.table().features();
  }

  Encoder fit() {
    float[][] cuts = new float[features.size()][];
    double[] scales = new double[features.size()];
    cuts(cuts, scales);
    var counts = new LevelCounts(sample, cuts, settings.deviations());
    List<Candidate> kept = kept(candidates(counts));
    var encodings = new ArrayList<FeatureEncoding>();
    int column = 0;
    for (int f = 0; f < features.size(); f++) {
      int feature = f;
      List<Candidate> mine = kept.stream().filter(c -> c.feature == feature).toList();
      if (!mine.isEmpty()) {
        double information =
            mine.stream().mapToDouble(Candidate::information).max().orElse(0);
        List<String> values = values(counts, feature, mine);
        int[] columns = new int[levels(feature, cuts[f], values)];
        column = allot(counts, feature, values, columns, column);
        encodings.add(new FeatureEncoding(
            features.get(f), ordinal(f), cuts[f], values, columns, scales[f], information));
      }
    }
    return new Encoder(encodings, column);
  }

  private boolean ordinal(int feature) {
    return form == Form.ORDINAL && features.get(feature).kind() == FeatureKind.NUMBER;
  }

  private void cuts(float[][] cuts, double[] scales) {
    int stride = Math.max(1, sample.size() / USERS_FOR_CUTS);
    var values = new NumberColumns(sample, stride);
    for (int f = 0; f < cuts.length; f++) {
      float[] sorted = values.sorted(f);
      cuts[f] = features.get(f).kind() == FeatureKind.NUMBER && sorted.length > 0
          ? settings.discretisation().cuts(sorted, values.labels(f))
          : new float[0];
      double top = sorted.length == 0 ? 1 : sorted[(int) (TOP_WEIGHT * (sorted.length - 1))];
      scales[f] = Math.log1p(Math.max(top, Float.MIN_NORMAL));
    }
  }

  private List<Candidate> candidates(LevelCounts counts) {
    var candidates = new ArrayList<Candidate>();
    for (int f = 0; f < features.size(); f++) {
      switch (features.get(f).kind()) {
        case NUMBER -> {
          int levels = counts.numberLevels(f);
          candidates.add(new Candidate(f, -1, ordinal(f) ? 1 : levels, counts.ofNumber(f)));
        }
        case CATEGORY -> {
          int[] values = frequent(counts, f);
          candidates.add(new Candidate(f, -1, values.length + 2, counts.ofCategory(f, values)));
        }
        case TAGS -> {
          for (int symbol : frequent(counts, f)) {
            candidates.add(new Candidate(f, symbol, 1, counts.ofTag(symbol)));
          }
        }
      }
    }
    return candidates;
  }

  /** Those above the least information, the best first while columns last; at least the best. */
  private List<Candidate> kept(List<Candidate> candidates) {
    var ranked = new ArrayList<>(candidates);
    ranked.sort(Comparator.comparingDouble(Candidate::information)
        .reversed()
        .thenComparingInt(Candidate::feature)
        .thenComparingInt(Candidate::symbol));
    var kept = new ArrayList<Candidate>();
    int columns = 0;
    for (Candidate candidate : ranked) {
      boolean informs = candidate.information > settings.minInformation();
      if (kept.isEmpty() || (informs && columns + candidate.columns <= settings.maxColumns())) {
        kept.add(candidate);
        columns += candidate.columns;
      }
    }
    return kept;
  }

  private int[] frequent(LevelCounts counts, int feature) {
    List<UserTable.Symbol> symbols = sample.table().symbols();
    return IntStream.range(0, symbols.size())
        .filter(s -> symbols.get(s).feature() == feature)
        .filter(s -> counts.users(s) >= settings.minUsers())
        .toArray();
  }

  private List<String> values(LevelCounts counts, int feature, List<Candidate> mine) {
    IntStream symbols = switch (features.get(feature).kind()) {
      case NUMBER -> IntStream.empty();
      case CATEGORY -> Arrays.stream(frequent(counts, feature));
      case TAGS -> mine.stream().mapToInt(Candidate::symbol);
    };
    return symbols
        .mapToObj(s -> sample.table().symbols().get(s).text())
        .sorted()
        .toList();
  }

  private int levels(int feature, float[] cuts, List<String> values) {
    return switch (features.get(feature).kind()) {
      case NUMBER -> ordinal(feature) ? 2 : cuts.length + 2;
      case CATEGORY, TAGS -> FeatureEncoding.FIRST_VALUE + values.size();
    };
  }

  /** Gives levels their columns and returns the next free one. */
  private int allot(
      LevelCounts counts, int feature, List<String> values, int[] columns, int firstFree) {
    Arrays.fill(columns, -1);
    int next = firstFree;
    if (ordinal(feature)) {
      columns[1] = next;
      return next + 1;
    }
    int[] users = counts.usersByLevel(feature, values, columns.length);
    int base = 0;
    for (int level = 1; level < users.length; level++) {
      base = users[level] > users[base] ? level : base;
    }
    boolean tags = features.get(feature).kind() == FeatureKind.TAGS;
    if (tags) {
      base = 2 * users[FeatureEncoding.MISSING] > sample.size() ? FeatureEncoding.MISSING : -1;
    }
    for (int level = 0; level < columns.length; level++) {
      boolean value = tags && level >= FeatureEncoding.FIRST_VALUE;
      boolean enough = users[level] >= settings.minUsers() && !(tags && level == 1);
      if (value || (level != base && enough)) {
        columns[level] = next++;
      }
    }
    return next;
  }
}
