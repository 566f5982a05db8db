package io.tidewatch.connectors.intake;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.tidewatch.model.record.StoreUnavailableException;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** Asks a store that is away again, with growing pauses. */
final class StoreRetry {
  private final FailsafeExecutor<Object> executor;

  StoreRetry(IntakeSettings settings) {
    RetryPolicy<Object> policy = RetryPolicy.builder()
        .handle(StoreUnavailableException.class)
        .withMaxRetries(settings.retries())
        .withBackoff(
            settings.firstDelay().toMillis(), settings.lastDelay().toMillis(), ChronoUnit.MILLIS)
        .build();
    this.executor = Failsafe.with(policy);
  }

  /** Throws what the last try threw. */
  <T> T call(Supplier<T> action) {
    return executor.get(action::get);
  }

  void run(Runnable action) {
    executor.run(action::run);
  }
}
