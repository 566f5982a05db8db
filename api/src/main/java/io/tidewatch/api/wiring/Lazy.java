package io.tidewatch.api.wiring;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is opened at its first use and at most once. Safe from any thread. */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> opener;
  private @Nullable T value;

  Lazy(Supplier<T> opener) {
    this.opener = opener;
  }

  @Override
  public synchronized T get() {
    T opened = value;
    if (opened == null) {
      opened = opener.get();
      value = opened;
    }
    return opened;
  }

  /** Calls {@code action} if it was opened. */
  synchronized void ifOpened(Consumer<T> action) {
    if (value != null) {
      action.accept(value);
    }
  }
}
