package io.tidewatch.trend.question;

import io.tidewatch.model.annotation.AspectOpinion;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.AspectPoint;
import io.tidewatch.model.trend.AspectQuery;
import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Selection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How aspects are judged over time. */
final class AspectQuestion {
  private final AspectQuery query;
  private final Judgements judgements;
  private final Map<Slot, Tally> tallies = new HashMap<>();

  private record Slot(String aspect, Instant start) {}

  private static final class Tally {
    private final Set<String> authors = new HashSet<>();
    private final List<String> evidence = new ArrayList<>();
    private long documents;
    private long positive;
    private long negative;
  }

  AspectQuestion(AspectQuery query, Catalogue catalogue) {
    this.query = query;
    this.judgements = new Judgements(catalogue);
  }

  List<AspectPoint> answer(EngineView view, Selection matching) {
    DocumentStream.each(view, matching.counted(query.talk().counting()), this::read);
    Map<String, Long> sizes = new HashMap<>();
    tallies.forEach((slot, tally) -> sizes.merge(slot.aspect(), tally.documents, Long::sum));
    return tallies.entrySet().stream()
        .map(e -> row(e.getKey(), e.getValue()))
        .sorted(Comparator.comparingLong((AspectPoint p) -> -sizes.getOrDefault(p.aspect(), 0L))
            .thenComparing(AspectPoint::aspect)
            .thenComparing(AspectPoint::start))
        .toList();
  }

  private void read(Live live) {
    Map<String, EnumSet<Polarity>> judged = new HashMap<>();
    for (AspectOpinion aspect : live.annotation().aspects()) {
      if (query.entityId() == null || judgements.isAbout(query.entityId(), aspect, live)) {
        judged
            .computeIfAbsent(Catalogue.fold(aspect.aspect()), a -> EnumSet.noneOf(Polarity.class))
            .add(aspect.polarity());
      }
    }
    if (judged.isEmpty()) {
      return;
    }
    Instant start = start(live.record().publishedAt());
    judged.forEach((aspect, polarities) -> {
      Tally tally = tallies.computeIfAbsent(new Slot(aspect, start), s -> new Tally());
      tally.documents++;
      tally.authors.add(live.record().unitKey());
      tally.positive += polarities.contains(Polarity.POSITIVE) ? 1 : 0;
      tally.negative += polarities.contains(Polarity.NEGATIVE) ? 1 : 0;
      if (tally.evidence.size() < AspectPoint.EVIDENCE) {
        tally.evidence.add(live.key().toString());
      }
    });
  }

  private Instant start(Instant at) {
    var local = at.atZone(query.talk().zone());
    return query.interval().equals(Duration.ofDays(1))
        ? local.toLocalDate().atStartOfDay(query.talk().zone()).toInstant()
        : local.truncatedTo(ChronoUnit.HOURS).toInstant();
  }

  private static AspectPoint row(Slot slot, Tally tally) {
    return new AspectPoint(
        slot.aspect(),
        slot.start(),
        tally.documents,
        tally.authors.size(),
        tally.positive,
        tally.negative,
        tally.evidence);
  }
}
