package io.tidewatch.trend.question;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.Cause;
import io.tidewatch.model.trend.CauseQuery;
import io.tidewatch.model.trend.CoMention;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.Interval3;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Micros;
import io.tidewatch.trend.ShareInterval;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Selection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the talk in a window: the window's documents are read beside those of the
 * windows before. Terms are contrasted with these, or with the window's other documents when too
 * little was said before.
 */
final class CauseQuestion {
  private static final int FEW = 10;
  /** Documents before, from which on the past is what terms are contrasted with. */
  private static final int ENOUGH_PAST = 50;

  private static final double PAID = 0.4;
  private static final double ONE_ACCOUNT = 0.5;
  private static final double REPOSTS = 0.6;
  /** Standard deviations from which on a term counts as risen. */
  private static final double RISEN = 1.96;

  private final CauseQuery query;
  private final Catalogue catalogue;

  CauseQuestion(CauseQuery query, Catalogue catalogue) {
    this.query = query;
    this.catalogue = catalogue;
  }

  Cause answer(EngineView view, Expression expression, WindowSpan window) {
    long length = window.to() - window.from();
    var now = new Selection(expression, window.from(), window.to());
    var past = now.between(window.from() - CauseQuery.PAST_WINDOWS * length, window.from());
    TalkSketch present = TalkSketch.of(view, now);
    TalkSketch before = TalkSketch.of(view, past);
    return new Cause(
        Micros.instant(window.from()),
        Micros.instant(window.to()),
        present.documents(),
        (double) before.documents() / CauseQuery.PAST_WINDOWS,
        spread(present),
        present.reposts(),
        present.suspected(),
        present.loudest(),
        present.loudestShare(),
        net(present),
        net(before),
        sources(present, before),
        terms(view, now, before.documents() < ENOUGH_PAST ? CoMentionQuestion.others(now) : past),
        present.evidence());
  }

  private static String spread(TalkSketch talk) {
    if (talk.documents() < FEW) {
      return "too-few";
    }
    if (talk.suspected() >= PAID) {
      return "suspected-paid";
    }
    if (talk.loudestShare() >= ONE_ACCOUNT) {
      return "one-account";
    }
    return talk.reposts() >= REPOSTS ? "reposts" : "organic";
  }

  /** Positive minus negative share of the judging documents. */
  private static @Nullable Interval3 net(TalkSketch talk) {
    long judged = talk.positive() + talk.negative();
    if (judged == 0) {
      return null;
    }
    Interval3 share = ShareInterval.of(talk.positive(), judged);
    return new Interval3(2 * share.low() - 1, 2 * share.mid() - 1, 2 * share.high() - 1);
  }

  private static List<Cause.SourcePart> sources(TalkSketch present, TalkSketch before) {
    var names = new TreeSet<>(present.sources().keySet());
    names.addAll(before.sources().keySet());
    return names.stream()
        .map(name -> new Cause.SourcePart(
            name,
            present.sources().getOrDefault(name, 0L),
            before.sources().getOrDefault(name, 0L) / (double) CauseQuery.PAST_WINDOWS))
        .sorted(Comparator.comparingLong(Cause.SourcePart::documents)
            .reversed()
            .thenComparing(Cause.SourcePart::source))
        .toList();
  }

  private List<CoMention> terms(EngineView view, Selection now, Selection contrast) {
    return new CoMentionQuestion(KeyKind.TERM, Counting.USUAL, query.zone(), catalogue)
        .answer(view, now, contrast, Map.of(), query.top()).stream()
            .filter(term -> term.z() >= RISEN)
            .toList();
  }
}
