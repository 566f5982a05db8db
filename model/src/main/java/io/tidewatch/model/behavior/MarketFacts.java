package io.tidewatch.model.behavior;

import io.tidewatch.model.record.StoreUnavailableException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the behaviour store tells about sales. Nothing at or after the end of the window is read.
 * Safe from any thread.
 */
public interface MarketFacts {

  /**
   * Calls {@code sink} once an order line of a product of the catalogue of which something was kept,
   * ordered by user (code points of ids), time and order id. A sink must not call the store.
   *
   * @throws StoreUnavailableException when the store is away
   */
  void marketOrders(Window window, Consumer<MarketOrder> sink);

  /**
   * Local days of the window on which anybody searched, saw, did or ordered anything, ascending: on
   * others the store was blind or everybody was away, nobody can tell.
   *
   * @throws StoreUnavailableException when the store is away
   */
  List<LocalDate> seenDays(Window window);
}
