package io.tidewatch.model.behavior;

import io.tidewatch.model.record.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What sensors in stores saw. Safe from any thread; a sink must not call the store. Every method may
 * throw {@link StoreUnavailableException}.
 */
public interface StoreFacts {

  /** Stores whose sensors saw a device before a time, in order. */
  List<String> sensingStores(Instant before);

  /** Calls {@code sink} once a device that the store's sensors saw in the window, in order. */
  void sensedDevices(Window window, String storeId, Consumer<String> sink);
}
