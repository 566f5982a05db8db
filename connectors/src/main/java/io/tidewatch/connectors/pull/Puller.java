package io.tidewatch.connectors.pull;

import io.tidewatch.connectors.file.ItemReaders;
import io.tidewatch.connectors.intake.Intake;
import io.tidewatch.connectors.intake.IntakeCounts;
import io.tidewatch.connectors.intake.Layout;
import io.tidewatch.connectors.map.FormatMap;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.Heartbeat;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs one scheduled source. A run that comes to its end leaves a heartbeat, so that its hour counts
 * as observed even if nothing was new; a run that is still going is not started again. Safe from any
 * thread.
 */
public final class Puller {
  private static final String FEED_FORMAT = "feed-posts";

  private final SourceConfig source;
  private final Poll poll;
  private final Intake intake;
  private final InstantSource clock;
  private final AtomicBoolean running = new AtomicBoolean();

  /** Throws IllegalArgumentException when the source's format is unknown. */
  public Puller(
      SourceConfig source, Pages pages, Intake intake, ItemReaders readers, InstantSource clock) {
    this.source = source;
    this.intake = intake;
    this.clock = clock;
    boolean feed = source.kind() == SourceConfig.Kind.FEED;
    String format = source.format();
    String named = format == null ? (feed ? FEED_FORMAT : Layout.RECORDS) : format;
    FormatMap map = Layout.needsNoMap(named) ? null : readers.maps().find(named);
    var layout = new Layout(named, Layout.Form.OBJECT, "UTF-8", null, List.of());
    var pageIntake = new PageIntake(
        intake, readers.decoder(layout, source.name(), source.name(), map), source.name());
    this.poll =
        feed ? new FeedPoll(source, pages, pageIntake) : new JsonPoll(source, pages, pageIntake);
  }

  /**
   * Asks the source; null when an earlier run is still going.
   *
   * @throws PullException when the source does not answer or answers nonsense
   * @throws io.tidewatch.model.record.StoreUnavailableException when a store stays away
   */
  public @Nullable IntakeCounts run() {
    if (!running.compareAndSet(false, true)) {
      return null;
    }
    try {
      IntakeCounts counts = poll.run();
      Instant now = clock.instant();
      intake.observe(new Heartbeat(
          new Envelope(source.name(), null, now, now.toEpochMilli(), null), now.toString(), now));
      intake.statistics().succeeded(source.name());
      return counts;
    } catch (RuntimeException e) {
      intake.statistics().failed(source.name(), String.valueOf(e.getMessage()));
      throw e;
    } finally {
      running.set(false);
    }
  }
}
