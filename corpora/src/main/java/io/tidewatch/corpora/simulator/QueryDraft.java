package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.SampleTexts.QueryKind;
import io.tidewatch.corpora.simulator.Keyword.Plant;
import org.jspecify.annotations.Nullable;

/**
 * A query that is going to be a {@link Keyword} once the shares of its category are known.
 *
 * @param stall the stall it favours or, if planted weak, holds back; -1 for none
 * @param named the stall that it names, -1 for none
 * @param own the share that an owner or a named stall gets
 * @param tilt by stall: how a free word leans
 */
record QueryDraft(
    String text,
    QueryKind kind,
    double weight,
    Plant plant,
    int stall,
    int named,
    @Nullable String occasion,
    double own,
    Weights tilt) {

  QueryDraft weighing(double newWeight) {
    return new QueryDraft(text, kind, newWeight, plant, stall, named, occasion, own, tilt);
  }
}
