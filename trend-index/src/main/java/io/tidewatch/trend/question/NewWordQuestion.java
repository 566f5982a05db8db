package io.tidewatch.trend.question;

import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Resolution;
import io.tidewatch.model.trend.NewWord;
import io.tidewatch.model.trend.NewWordQuery;
import io.tidewatch.trend.DocumentKeys;
import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.IndexTerm;
import io.tidewatch.trend.Micros;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Selection;
import io.tidewatch.trend.words.FoundWord;
import io.tidewatch.trend.words.NewWordDetector;
import io.tidewatch.trend.words.NewWordRule;
import io.tidewatch.trend.words.WordText;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that no dictionary holds yet. A string that stands as one term in a document is a word of the
 * segmenter's dictionary, or was promoted. Advertisements and suspected spam are left out.
 */
final class NewWordQuestion {
  private static final long WEEK = Duration.ofDays(7).toSeconds() * 1_000_000L;

  private final NewWordQuery query;
  private final Catalogue catalogue;

  NewWordQuestion(NewWordQuery query, Catalogue catalogue) {
    this.query = query;
    this.catalogue = catalogue;
  }

  List<NewWord> answer(EngineView view) {
    WindowSpan span = WindowSpan.of(view, query.from(), query.to());
    if (!span.hasDocuments()) {
      return List.of();
    }
    WindowSpan window = query.from() == null ? span.last(WEEK) : span;
    if (window.isEmpty()) {
      return List.of();
    }
    long past = NewWordQuery.PAST_WINDOWS * (window.to() - window.from());
    var detector = new NewWordDetector(window.from(), this::known);
    var all = new Selection(new Expression.Everything(), window.from() - past, window.to());
    DocumentStream.each(view, all, document -> read(document, detector));
    return detector.found(NewWordRule.DEFAULT, query.top()).stream()
        .map(NewWordQuestion::row)
        .toList();
  }

  private boolean known(String word) {
    return catalogue.words().contains(word)
        || !(catalogue.resolve(word, null) instanceof Resolution.Unknown);
  }

  private static void read(Live live, NewWordDetector detector) {
    if (live.annotation().spam().suspected()
        || DocumentKeys.advertisement(live.record(), live.annotation())) {
      return;
    }
    List<Span> names = live.annotation().mentions().stream()
        .filter(mention -> mention.entityId() != null)
        .map(Mention::span)
        .toList();
    Set<String> words = new HashSet<>(live.annotation().terms());
    detector.accept(new WordText(
        live.record().text(),
        names,
        words,
        IndexTerm.hash(live.record().unitKey()),
        Micros.of(live.record().publishedAt()),
        live.key().toString()));
  }

  private static NewWord row(FoundWord found) {
    return new NewWord(
        found.word(),
        found.authors(),
        found.documents(),
        found.cohesion(),
        found.leftEntropy(),
        found.rightEntropy(),
        found.score(),
        Micros.instant(found.firstSeen()),
        found.evidence());
  }
}
