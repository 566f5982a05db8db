package io.tidewatch.api.alert;

import io.tidewatch.model.rule.Episode;
import io.tidewatch.model.rule.Firing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The open episodes of a rule after an evaluation, and what of it is news.
 *
 * @param open by key; those that have ended are left out
 * @param news firings that opened an episode, in the order given
 */
record Episodes(List<Episode> open, List<Firing> news) {
  static final Episodes NONE = new Episodes(List.of(), List.of());

  Episodes {
    open = List.copyOf(open);
    news = List.copyOf(news);
  }

  /** A firing goes on with an episode whose last firing is at most {@code window} ago. */
  static Episodes after(
      Collection<Episode> before, Collection<Firing> firings, Instant asOf, Duration window) {
    Map<String, Episode> open = new TreeMap<>();
    for (Episode episode : before) {
      if (!asOf.isAfter(episode.lastFired().plus(window))) {
        open.put(episode.key(), episode);
      }
    }
    var news = new ArrayList<Firing>();
    for (Firing firing : firings) {
      Episode known = open.get(firing.key());
      if (known == null) {
        news.add(firing);
      }
      open.put(
          firing.key(), new Episode(firing.key(), known == null ? asOf : known.opened(), asOf));
    }
    return new Episodes(List.copyOf(open.values()), news);
  }
}
