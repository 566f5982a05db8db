package io.tidewatch.api.campaign;

import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.model.audit.AuditEntry;
import io.tidewatch.model.audit.AuditLog;
import io.tidewatch.model.campaign.Campaign;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Leaves a line for everything that takes people out of the house, done or refused. */
final class CampaignAudit {
  private static final String PATH = "audience/campaign/";

  private final Supplier<AuditLog> log;
  private final InstantSource clock;

  CampaignAudit(Supplier<AuditLog> log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /** Something that answers with a value or throws. */
  @FunctionalInterface
  interface Deed<T> {
    T run();
  }

  /**
   * Runs a deed and writes its line. What cannot be written down fails; a file that was made by then
   * stays where only the owner of the data directory reads it.
   *
   * @param what {@code create}, {@code export}, {@code upload} or {@code labels}
   * @param query without ids of users
   * @param size of what was answered
   * @param soFar persons that were handed out before a failure
   */
  <T> T logged(
      String caller,
      String what,
      String query,
      String thresholds,
      ToLongFunction<T> size,
      LongSupplier soFar,
      Deed<T> deed) {
    T answer;
    try {
      answer = deed.run();
    } catch (RuntimeException e) {
      boolean refused = e instanceof IllegalArgumentException || e instanceof NoAudienceException;
      String outcome = (refused ? "refused: " : "failed: ") + e.getMessage();
      write(caller, what, query, soFar.getAsLong(), thresholds, outcome);
      throw e;
    }
    write(caller, what, query, size.applyAsLong(answer), thresholds, AuditEntry.ANSWERED);
    return answer;
  }

  private void write(
      String caller, String what, String query, long size, String thresholds, String outcome) {
    log.get()
        .write(
            new AuditEntry(clock.instant(), caller, PATH + what, query, size, thresholds, outcome));
  }

  /** The limits of an export of a campaign. */
  static String thresholds(Campaign campaign) {
    return "minimum=" + Exportable.MINIMUM + " purpose=" + campaign.purpose() + " hold-out="
        + campaign.holdOut();
  }
}
