package io.tidewatch.audience.selection;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What a reader must know of a model before using it, as lines of text. */
record ModelCard(
    String name,
    String learner,
    Sample sample,
    FitSettings settings,
    HeldOut split,
    Encoder encoder,
    List<Effect> effects,
    @Nullable LabelFrequency frequency,
    long seed) {
  private static final int SHOWN = 10;

  String text() {
    var lines = new StringJoiner("\n", "", "\n");
    lines.add("Model: " + name + " (" + learner + ")");
    lines.add("Sample: " + sample.positives() + " positives and "
        + (sample.size() - sample.positives()) + " unlabelled; "
        + percent(sample.unlabelledRate()) + " of all unlabelled users are in it");
    lines.add("Features kept: " + encoder.features().size() + " of "
        + sample.table().features().size() + ", as " + encoder.columns().size() + " columns ("
        + settings.encoding() + ")");
    lines.add("Calibration: " + calibration());
    lines.add("Unlabelled positives: " + correction());
    lines.add("Seed " + seed + ", " + settings.threads()
        + " thread(s); the same input, seed and threads give the same scores");
    lines.add("What it rests on:");
    effects.stream().limit(SHOWN).forEach(e -> lines.add("- " + e.words(Locale.ENGLISH)));
    if (effects.isEmpty()) {
      lines.add("- nothing: no feature tells positives from others, all scores are equal");
    }
    lines.add("Limits: a score says who resembles the positives, not whom a campaign would move;"
        + " values unknown in training count as rare ones; equal scores have no order.");
    return lines.toString();
  }

  private String calibration() {
    String by = settings.calibration() + " on " + split.calibration().size();
    return split.apart()
        ? by + " users that the model did not see"
        : by + " training users, because too few positives or others would be left;"
            + " probabilities are too sure of themselves";
  }

  private String correction() {
    if (frequency == null) {
      return "not corrected for";
    }
    String c = percent(frequency.c());
    return switch (settings.correction()) {
      case PLAIN -> "not corrected for";
      case RESCALED -> "probabilities divided by the labelled share of positives, " + c;
      case WEIGHTED -> "learned twice, unlabelled users partly positive; labelled share " + c;
    };
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
