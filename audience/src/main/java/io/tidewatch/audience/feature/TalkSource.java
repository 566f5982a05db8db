package io.tidewatch.audience.feature;

import io.tidewatch.model.trend.ProductTalk;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What people say of products. Safe from any thread. */
public interface TalkSource {
  /** Nobody says anything. */
  TalkSource SILENT = new TalkSource() {
    @Override
    public Collection<ProductTalk> between(Instant from, Instant to) {
      return List.of();
    }

    @Override
    public long revision() {
      return 0;
    }
  };

  /** What was published from {@code from} until just before {@code to}. */
  Collection<ProductTalk> between(Instant from, Instant to);

  /** What an aspect is called, English for English, else Chinese. */
  default String aspect(String id, Locale lang) {
    return id;
  }

  /** Another number after a change that may change an answer. */
  long revision();
}
