package io.tidewatch.model.behavior;

import io.tidewatch.model.record.StoreUnavailableException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Products as they were at a time. A product record is a version from its {@code updatedAt} on, else
 * from its arrival; a late one takes its place among the others. Safe from any thread; every method
 * may throw {@link StoreUnavailableException}.
 */
public interface ProductHistory {

  /**
   * The versions that held at some time of the window, with what was known before its end, ordered
   * by product, then time. Products of the seed catalogue have none.
   */
  List<ProductVersion> productHistory(Window window);

  /** Calls {@code sink} once an order of the window, ordered by order id. */
  void pricedOrders(Window window, Consumer<PricedOrder> sink);
}
