package io.tidewatch.api.fusion;

import io.tidewatch.audience.feature.TalkSource;
import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.ProductTalk;
import io.tidewatch.model.trend.TalkQueries;
import io.tidewatch.model.trend.TalkQuery;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Supplier;

/** What the document index holds of products, suspected spam left out. */
public final class TalkOfProducts implements TalkSource {
  private static final Counting TRUSTED = new Counting(Counting.By.UNITS, true);

  private final Supplier<TalkQueries> talk;
  private final ZoneId zone;
  private final AspectNames names = new AspectNames(Lexicons.shipped());

  /** {@code talk}: opens the index when it is first needed. */
  public TalkOfProducts(Supplier<TalkQueries> talk, ZoneId zone) {
    this.talk = talk;
    this.zone = zone;
  }

  @Override
  public Collection<ProductTalk> between(Instant from, Instant to) {
    return talk.get().products(new TalkQuery("*", from, to, 1000, zone, TRUSTED));
  }

  @Override
  public String aspect(String id, Locale lang) {
    return names.of(id, lang);
  }

  @Override
  public long revision() {
    return talk.get().revision();
  }
}
