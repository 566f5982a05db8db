package io.tidewatch.api.strategy;

import io.tidewatch.model.trend.Interval3;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Change of a category's sales against an earlier window, by day on which something was seen. Null
 * is "cannot be said".
 *
 * @param from start of the earlier window
 * @param to its end
 * @param days its local days
 * @param seenDays those on which anybody did anything
 * @param missing {@code no-orders} or {@code unseen}, fewer than half of the days seen; null when
 *     there are changes
 */
public record Growth(
    @Nullable Interval3 buyers,
    @Nullable Interval3 orders,
    @Nullable Interval3 gmv,
    Instant from,
    Instant to,
    int days,
    int seenDays,
    @Nullable String missing) {

  static Growth of(Sales now, Sales before) {
    boolean unseen = !comparable(before);
    if (unseen || before.isEmpty() || now.isEmpty()) {
      return new Growth(
          null,
          null,
          null,
          before.window().from(),
          before.window().to(),
          before.days(),
          before.seenDays(),
          unseen ? "unseen" : "no-orders");
    }
    Tally current = now.all();
    Tally earlier = before.all();
    return new Growth(
        change(current.ofBuyers(), now, earlier.ofBuyers(), before),
        change(current.ofOrders(), now, earlier.ofOrders(), before),
        now.currency().equals(before.currency())
            ? change(current.ofGmv(), now, earlier.ofGmv(), before)
            : null,
        before.window().from(),
        before.window().to(),
        before.days(),
        before.seenDays(),
        null);
  }

  /** Whether enough of a window was seen to compare with it. */
  static boolean comparable(Sales before) {
    return before.seenDays() * 2 >= before.days();
  }

  static @Nullable Interval3 change(Total current, Sales now, Total earlier, Sales before) {
    return comparable(before)
        ? Estimates.change(current, now.seenDays(), earlier, before.seenDays())
        : null;
  }
}
