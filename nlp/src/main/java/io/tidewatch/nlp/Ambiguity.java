package io.tidewatch.nlp;

import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.nlp.sense.SenseModel;
import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weighs whether an ambiguous name means an entity: words for and against it nearby, names of the
 * same brand or of rivals, words that touch it, where words are cut, and the sense classifier. The
 * coefficients are a logistic regression fitted on the looked-at half of the gold
 * (docs/models/senses.md). Immutable.
 */
final class Ambiguity {
  private static final int MOST_WORDS = 3;
  private static final double BIAS = 1.45;
  private static final double DEFAULT = 0.46;
  private static final double UNRULED = -0.3;
  private static final double SUPPORT = 2.6;
  private static final double AGAINST = -1.75;
  private static final double SAME = 0.5;
  private static final double RIVAL = 0.3;
  private static final double CUT = -0.4;
  private static final double TRADE = 0.31;
  private static final double ANY = 0.4;
  private static final double THING = 1.65;
  private static final double OTHER = -1.9;
  /** Against a single character, a surname or a unit more often than a car. */
  private static final double ALONE = 9;
  /** Characters from which on a Chinese name that mostly means the entity hardly means another. */
  private static final int LONG = 4;

  private static final double UNLIKELY_OTHERWISE = 4;
  /** Against a product's name that mostly means something else and that nothing backs. */
  private static final double BARE = 1.5;

  private final SenseModel senses;

  Ambiguity(SenseModel senses) {
    this.senses = senses;
  }

  /** For the entity when above 0. */
  record Verdict(double odds, String reason) {}

  /**
   * What the words around say.
   *
   * @param support context words for the entity
   * @param against context words against it
   * @param covered a longer phrase over the name decides: 1 for, -1 against, 0 none does
   */
  record Words(Set<String> support, Set<String> against, int covered) {
    static Words none() {
      return new Words(new LinkedHashSet<>(), new LinkedHashSet<>(), 0);
    }
  }

  /** Where an ambiguous name stands; what all its candidates share is looked up once. */
  final class Place {
    private final NormalText text;
    private final int start;
    private final int end;
    private SenseModel.@Nullable Slot slot;

    private Place(NormalText text, int start, int end) {
      this.text = text;
      this.start = start;
      this.end = end;
    }

    private SenseModel.Slot slot() {
      if (slot == null) {
        slot = senses.slot(text, start, end);
      }
      return slot;
    }
  }

  Place place(NormalText text, int start, int end) {
    return new Place(text, start, end);
  }

  Verdict weigh(
      Place place, AliasIndex.Candidate candidate, Words words, Set<String> certain, boolean cut) {
    NormalText text = place.text;
    int start = place.start;
    int end = place.end;
    if (words.covered() < 0) {
      return new Verdict(-9, "against: " + String.join(", ", words.against()));
    }
    Entity entity = candidate.entity();
    AliasIndex.Numbered rule = candidate.rule();
    boolean same = certain.contains(entity.brandId());
    boolean rival = !same && entity.rivals().stream().anyMatch(certain::contains);
    if (words.covered() > 0) {
      return new Verdict(9, "support: " + String.join(", ", words.support()));
    }
    int thing = Frames.thing(text, start, end);
    boolean single = end - start == 1;
    boolean backed =
        same || (thing > 0 && !single) || words.support().stream().anyMatch(w -> w.length() > 1);
    if (single && !backed) {
      return new Verdict(-ALONE, "context");
    }
    double odds = BIAS
        + (rule == null ? UNRULED : rule.linkByDefault() ? DEFAULT : -DEFAULT)
        + SUPPORT * Math.min(MOST_WORDS, words.support().size())
        + AGAINST * Math.min(MOST_WORDS, words.against().size())
        + (same ? SAME : 0)
        + (rival ? RIVAL : 0)
        + (cut ? CUT : 0)
        + THING * thing
        + OTHER * Frames.other(text, start, end);
    if (!backed && rule != null && !rule.linkByDefault() && entity.kind() == MentionKind.PRODUCT) {
      odds -= BARE;
    }
    if (rule != null
        && rule.linkByDefault()
        && end - start >= LONG
        && Characters.han(text.at(start))
        && words.against().isEmpty()) {
      odds += UNLIKELY_OTHERWISE;
    }
    SenseModel.Slot slot = place.slot();
    odds += TRADE * slot.of(entity.categories()) + ANY * slot.any();
    return new Verdict(odds, reason(words, same, rival, odds > 0));
  }

  private static String reason(Words words, boolean same, boolean rival, boolean linked) {
    if (!linked) {
      return words.against().isEmpty()
          ? "context"
          : "against: " + String.join(", ", words.against());
    }
    if (!words.support().isEmpty()) {
      return "support: " + String.join(", ", words.support());
    }
    return same ? "same brand" : rival ? "rival named" : "context";
  }
}
