package io.tidewatch.api.strategy;

import io.tidewatch.model.trend.Interval3;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a guided scenario. Names are the names in JSON.
 *
 * @param step from 1
 * @param scenario {@code launch}, {@code growth} or {@code upgrade}
 * @param code what was looked at, stable, kebab-case
 * @param enough whether there is enough data to say something; else {@code finding} says what is
 *     missing and {@code decision} is null
 * @param finding one sentence in the language asked for, with its figures in it
 * @param figures what the sentence states
 * @param basis what was counted, over which time
 * @param evidence documents behind it; empty when it rests on behaviour
 * @param decision what it suggests
 * @param command what goes deeper
 */
public record InsightStep(
    int step,
    String scenario,
    String code,
    boolean enough,
    String finding,
    List<Figure> figures,
    String basis,
    List<String> evidence,
    @Nullable String decision,
    String command) {

  public InsightStep {
    figures = List.copyOf(figures);
    evidence = List.copyOf(evidence);
  }

  /**
   * A number with its 5 % and 95 % bounds.
   *
   * @param of what it belongs to, such as a price band or a keyword; empty for the whole
   * @param low null for a plain count, like {@code high}
   */
  public record Figure(
      String name,
      String of,
      double value,
      @Nullable Double low,
      @Nullable Double high) {
    static Figure count(String name, String of, double value) {
      return new Figure(name, of, value, null, null);
    }

    static Figure of(String name, String of, Interval3 value) {
      return new Figure(name, of, value.mid(), value.low(), value.high());
    }
  }
}
