package io.tidewatch.trend.question;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.AspectPoint;
import io.tidewatch.model.trend.AspectQuery;
import io.tidewatch.model.trend.AuthorReach;
import io.tidewatch.model.trend.Cause;
import io.tidewatch.model.trend.CauseQuery;
import io.tidewatch.model.trend.CoMention;
import io.tidewatch.model.trend.HourRate;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.NewWord;
import io.tidewatch.model.trend.NewWordQuery;
import io.tidewatch.model.trend.ProductTalk;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.model.trend.Story;
import io.tidewatch.model.trend.StoryQuery;
import io.tidewatch.model.trend.TalkQueries;
import io.tidewatch.model.trend.TalkQuery;
import io.tidewatch.model.trend.TrendQueries;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.QueryLanguage;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.IndexEngine;
import io.tidewatch.trend.engine.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Answers {@link TalkQueries} over one index engine. Safe from any thread. */
final class TalkAnswers implements TalkQueries {
  private final IndexEngine engine;
  private final Supplier<Catalogue> catalogue;
  private final TrendQueries trends;
  private final LongSupplier revision;

  TalkAnswers(
      IndexEngine engine,
      Supplier<Catalogue> catalogue,
      TrendQueries trends,
      LongSupplier revision) {
    this.engine = engine;
    this.catalogue = catalogue;
    this.trends = trends;
    this.revision = revision;
  }

  @Override
  public List<CoMention> coMentions(TalkQuery query, KeyKind kind) {
    return matching(
        query,
        (view, matching) -> new CoMentionQuestion(
                kind, query.counting(), query.zone(), catalogue.get())
            .answer(
                view,
                matching,
                CoMentionQuestion.others(matching),
                CoMentionQuestion.asked(matching.expression()),
                query.top()));
  }

  @Override
  public List<CoMention> contrast(TalkQuery query, String other, KeyKind kind) {
    var expression = QueryLanguage.parse(other, catalogue.get());
    return matching(query, (view, matching) -> {
      Expression words = new PatternWords(view, other).replace(expression);
      var others = new Selection(
          new Expression.And(List.of(words, new Expression.Not(matching.expression()))),
          matching.from(),
          matching.to());
      return new CoMentionQuestion(kind, query.counting(), query.zone(), catalogue.get())
          .answer(
              view, matching, others, CoMentionQuestion.asked(matching.expression()), query.top());
    });
  }

  @Override
  public List<AuthorReach> authors(TalkQuery query) {
    return matching(
        query,
        (view, matching) ->
            new AuthorQuestion().answer(view, matching.counted(query.counting()), query.top()));
  }

  @Override
  public List<HourRate> hours(TalkQuery query) {
    return HourQuestion.answer(
        trends.series(new SeriesQuery(
            query.query(),
            Duration.ofHours(1),
            query.from(),
            query.to(),
            query.zone(),
            query.counting())),
        query.zone());
  }

  @Override
  public List<AspectPoint> aspects(AspectQuery query) {
    return matching(
        query.talk(),
        (view, matching) -> new AspectQuestion(query, catalogue.get()).answer(view, matching));
  }

  @Override
  public List<ProductTalk> products(TalkQuery query) {
    return matching(
        query,
        (view, matching) ->
            new ProductTalkQuestion(query.counting(), catalogue.get()).answer(view, matching));
  }

  @Override
  public long revision() {
    return revision.getAsLong();
  }

  @Override
  public List<Story> stories(StoryQuery query) {
    return engine.committed(view -> {
      WindowSpan window = WindowSpan.of(view, Instant.EPOCH, query.asOf())
          .last(query.window().toSeconds() * 1_000_000L);
      return new StoryQuestion(query, window, trends).answer(view);
    });
  }

  @Override
  public Cause cause(CauseQuery query) {
    var expression = QueryLanguage.parse(query.query(), catalogue.get());
    return engine.committed(view -> {
      WindowSpan window = WindowSpan.of(view, Instant.EPOCH, query.asOf())
          .last(query.window().toSeconds() * 1_000_000L);
      Expression words = new PatternWords(view, query.query()).replace(expression);
      return new CauseQuestion(query, catalogue.get()).answer(view, words, window);
    });
  }

  @Override
  public List<NewWord> newWords(NewWordQuery query) {
    return engine.committed(view -> new NewWordQuestion(query, catalogue.get()).answer(view));
  }

  private <T> T matching(TalkQuery query, BiFunction<EngineView, Selection, T> answer) {
    var expression = QueryLanguage.parse(query.query(), catalogue.get());
    return engine.committed(view -> {
      WindowSpan span = WindowSpan.of(view, query.from(), query.to());
      Expression words = new PatternWords(view, query.query()).replace(expression);
      return answer.apply(view, new Selection(words, span.from(), span.to()));
    });
  }
}
