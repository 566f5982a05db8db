package io.tidewatch.nlp;

import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.annotation.Sentiment;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.nlp.tagger.NameType;
import io.tidewatch.nlp.tagger.TaggedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Linked and unlinked names of one text as mentions, in order of appearance. For one thread. */
final class MentionList {
  private static final double INHERITS = 0.6;

  /** What is asked for sounds like praise; only what complains judges a name in a question. */
  private static final double COMPLAINS = -0.6;

  private static final String TAGGED = "tagged";

  private final Reading reading;
  private final Sentiment whole;
  private final Intent intent;
  private final List<Mention> mentions = new ArrayList<>();
  private final String[] ids;

  /**
   * Joins them.
   *
   * @param unlinked in order of start, overlapping no linked name
   * @param scores of the linked names; not a number where nothing judges
   */
  MentionList(
      Reading reading, List<TaggedName> unlinked, double[] scores, Sentiment whole, Intent intent) {
    this.reading = reading;
    this.whole = whole;
    this.intent = intent;
    ids = new String[scores.length];
    boolean single = single();
    boolean alone = scores.length == 0 && unlinked.size() == 1;
    int next = 0;
    for (int i = 0; i < scores.length; i++) {
      while (next < unlinked.size()
          && unlinked.get(next).start() < reading.names().get(i).start()) {
        add(unlinked.get(next++), alone);
      }
      add(i, scores[i], single);
    }
    while (next < unlinked.size()) {
      add(unlinked.get(next++), alone);
    }
  }

  List<Mention> all() {
    return mentions;
  }

  /** The id of a linked name. */
  String idOf(int name) {
    return ids[name];
  }

  private void add(int i, double score, boolean single) {
    Linked name = reading.names().get(i);
    Entity entity = name.entity();
    boolean quoted = reading.quoted(name);
    ids[i] = nextId();
    Span span = reading.text().span(name.start(), name.end());
    mentions.add(new Mention(
        ids[i],
        span,
        surface(span),
        entity.kind(),
        entity.id(),
        entity.kind() == MentionKind.BRAND ? entity.id() : entity.brandId(),
        quoted ? Polarity.NEUTRAL : polarity(score, single),
        quoted,
        name.reason()));
  }

  /** A name outside the catalogue, judged only when it is the only name. */
  private void add(TaggedName name, boolean alone) {
    Span span = reading.text().span(name.start(), name.end());
    mentions.add(new Mention(
        nextId(),
        span,
        surface(span),
        name.type() == NameType.BRAND ? MentionKind.BRAND : MentionKind.PRODUCT,
        null,
        null,
        polarity(Double.NaN, alone),
        false,
        TAGGED));
  }

  private String nextId() {
    return "m" + (mentions.size() + 1);
  }

  private String surface(Span span) {
    return reading.text().original().substring(span.start(), span.end());
  }

  private Polarity polarity(double score, boolean inherits) {
    double judged = score;
    if (Double.isNaN(judged) && inherits && whole.confidence() >= INHERITS) {
      judged = switch (whole.polarity()) {
        case POSITIVE -> 1;
        case NEGATIVE -> -1;
        case NEUTRAL, UNCERTAIN -> 0;
      };
    }
    if (judgesNobody(intent, judged)) {
      judged = 0;
    }
    return NamePolarities.polarity(judged);
  }

  /** Whether a text of this intent says nothing by such a score. */
  static boolean judgesNobody(Intent intent, double score) {
    return intent == Intent.ADVERTISEMENT || (intent == Intent.QUESTION && score > COMPLAINS);
  }

  /** The author names one brand or its products only. */
  private boolean single() {
    @Nullable String brand = null;
    for (Linked name : reading.names()) {
      if (reading.quoted(name)) {
        continue;
      }
      if (brand != null && !brand.equals(name.entity().brandId())) {
        return false;
      }
      brand = name.entity().brandId();
    }
    return brand != null;
  }
}
