package io.tidewatch.trend.engine;

import io.tidewatch.model.trend.Counting;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import java.util.List;

/**
 * The documents that match an expression in [from, to).
 *
 * @param from microseconds
 * @param to microseconds
 */
public record Selection(Expression expression, long from, long to) {
  private static final Expression TRUSTED =
      new Expression.Not(new Expression.Value(Field.SPAM, Field.SUSPECTED));

  /** Documents of any time. */
  public static Selection of(Expression expression) {
    return new Selection(expression, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Documents that carry a key. */
  public static Selection carrying(Field field, String key, long from, long to) {
    return new Selection(new Expression.Value(field, key), from, to);
  }

  /** The same without suspected spam, when it is to be left out. */
  public Selection counted(Counting counting) {
    return counting.withoutSpam()
        ? new Selection(new Expression.And(List.of(expression, TRUSTED)), from, to)
        : this;
  }

  public Selection between(long newFrom, long newTo) {
    return new Selection(expression, newFrom, newTo);
  }
}
