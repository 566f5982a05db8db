package io.tidewatch.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.MarketFacts;
import io.tidewatch.model.behavior.MarketOrder;
import io.tidewatch.model.behavior.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store tells about sales. A subclass opens one. */
public abstract class MarketFactsContract<S extends BehaviorStore & MarketFacts>
    extends OpenedStore<S> {
  private static final Window JUNE =
      Window.before(Facts.at("2025-06-30T16:00:00Z"), 30, ZoneId.of("Asia/Shanghai"));

  @Test
  void marketOrders_whenEmpty_areNone() {
    assertThat(orders()).isEmpty();
  }

  @Test
  void marketOrders_comeByUserAndTimeWithWhatWasKept() {
    accept(
        Facts.order("o1", "u2", "2025-06-04T17:00:00Z", "p1", "10.5", null),
        Facts.order("o2", "u1", "2025-06-06T00:00:00Z", "p3", "8", null),
        Facts.order("o3", "u1", "2025-06-05T00:00:00Z", "p2", "20", null),
        Facts.refund("r1", "o3", "2025-06-07T00:00:00Z", "4.25"));

    List<MarketOrder> orders = orders();

    assertThat(orders).extracting(MarketOrder::userId).containsExactly("u1", "u1", "u2");
    MarketOrder first = orders.getFirst();
    assertThat(first.brandId()).isEqualTo("b2");
    assertThat(first.categoryId()).isEqualTo("phone");
    assertThat(first.net()).isEqualByComparingTo("15.75");
    assertThat(first.piecePrice()).isEqualTo(20);
    assertThat(first.currency()).isEqualTo("CNY");
    assertThat(orders.getLast().day()).as("local day").isEqualTo(LocalDate.of(2025, 6, 5));
  }

  @Test
  void marketOrders_paidBackUnknownOrOutsideTheWindow_areLeftOut() {
    accept(
        Facts.order("o1", "u1", "2025-06-04T00:00:00Z", "p1", "10", null),
        Facts.refund("r1", "o1", "2025-06-05T00:00:00Z", "10"),
        Facts.order("o2", "u1", "2025-06-04T00:00:00Z", "unheard-of", "10", null),
        Facts.order("o3", "u1", "2025-05-31T15:59:59Z", "p1", "10", null),
        Facts.order("o4", "u1", "2025-06-30T16:00:00Z", "p1", "10", null),
        Facts.order("o5", "u1", "2025-06-20T00:00:00Z", "p1", "9", null),
        Facts.refund("r5", "o5", "2025-07-20T00:00:00Z", "9"));

    assertThat(orders())
        .extracting(MarketOrder::net)
        .singleElement()
        .satisfies(net -> assertThat(net).as("a refund after the end").isEqualByComparingTo("9"));
  }

  @Test
  void seenDays_anyAct_makesItsLocalDaySeen() {
    assertThat(store.seenDays(JUNE)).isEmpty();
    accept(
        Facts.order("o1", "u1", "2025-06-04T17:00:00Z", "p1", "10", null),
        Facts.click("c1", "u1", "2025-06-04T18:00:00Z", "p1", null),
        Facts.search("s1", "u1", "2025-06-09T00:00:00Z", "手机", null),
        Facts.click("c2", "u1", "2025-06-30T16:00:00Z", "p1", null));

    assertThat(store.seenDays(JUNE))
        .containsExactly(LocalDate.of(2025, 6, 5), LocalDate.of(2025, 6, 9));
  }

  private List<MarketOrder> orders() {
    var orders = new ArrayList<MarketOrder>();
    store.marketOrders(JUNE, orders::add);
    return orders;
  }
}
