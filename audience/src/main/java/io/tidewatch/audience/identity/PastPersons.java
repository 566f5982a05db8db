package io.tidewatch.audience.identity;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the persons of the time that was asked for last, while memory allows. Safe from any thread. */
final class PastPersons {
  private @Nullable Key kept;
  private SoftReference<@Nullable KnownPersons> last = new SoftReference<>(null);

  private record Key(Instant asOf, long facts, long ledger) {}

  /** {@code facts} and {@code ledger}: the revisions that {@code reading} reads. */
  synchronized KnownPersons get(
      Instant asOf, long facts, long ledger, Supplier<KnownPersons> reading) {
    var key = new Key(asOf, facts, ledger);
    KnownPersons persons = last.get();
    if (persons == null || !key.equals(kept)) {
      persons = reading.get();
      kept = key;
      last = new SoftReference<>(persons);
    }
    return persons;
  }
}
