package io.tidewatch.connectors.file;

import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.connectors.intake.Batch;
import io.tidewatch.connectors.intake.Intake;
import io.tidewatch.connectors.intake.Intake.Outage;
import io.tidewatch.connectors.intake.IntakeCounts;
import io.tidewatch.connectors.intake.Item;
import io.tidewatch.connectors.intake.ItemOutcome;
import io.tidewatch.connectors.intake.Original;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The door for pushed records: a body of JSON Lines, or a JSON array, of records in the one shape
 * that every door accepts. Safe from any thread; senders that arrive together share a commit.
 */
public final class RecordsDoor {
  private static final String SOURCE = "push";

  private final Intake intake;
  private final ItemReaders readers;

  public RecordsDoor(Intake intake, ItemReaders readers) {
    this.intake = intake;
    this.readers = readers;
  }

  /**
   * Takes a body in and returns when it is durable; the same body again is all duplicate.
   *
   * @param contentType only a hint: an array is known by its bracket; null when not given
   * @throws io.tidewatch.model.record.StoreUnavailableException when a store stays away: part of
   *     the body may be stored, sending all of it again is right
   * @throws UncheckedIOException when the dead letters cannot be written
   */
  public PushResult accept(InputStream body, @Nullable String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    String name = type.contains("ndjson") || type.contains("jsonl") ? "push.jsonl" : "push.json";
    var records = new ArrayList<PushResult.PushedRecord>();
    IntakeCounts counts = IntakeCounts.NONE;
    try (Member member = new Member(SOURCE, name, body, null);
        ItemReader reader = readers.open(member, null, null)) {
      var items = new ArrayList<Item>();
      long chunk = 0;
      for (Item item = reader.next(); item != null; item = reader.next()) {
        items.add(item);
        if (items.size() >= intake.settings().chunkDocuments()) {
          counts = counts.plus(store(chunk++, items, records));
          items.clear();
        }
      }
      counts = counts.plus(store(chunk, items, records));
      intake.commit();
    } catch (IOException e) {
      throw new UncheckedIOException("the body cannot be read", e);
    } catch (UnknownFormatException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return new PushResult(
        counts.received(),
        counts.accepted(),
        counts.duplicate(),
        counts.malformed(),
        counts.failed(),
        records);
  }

  private IntakeCounts store(long chunk, List<Item> items, List<PushResult.PushedRecord> records) {
    if (items.isEmpty()) {
      return IntakeCounts.NONE;
    }
    var batch = new Batch(SOURCE, SOURCE, chunk, items);
    List<ItemOutcome> outcomes = intake.store(intake.prepare(batch, Outage.THROW), Outage.THROW);
    for (int i = 0; i < outcomes.size(); i++) {
      ItemOutcome outcome = outcomes.get(i);
      Original original = items.get(i).original();
      Reason reason = outcome.reason();
      records.add(new PushResult.PushedRecord(
          original.position(),
          outcome.kind().name().toLowerCase(Locale.ROOT),
          reason == null ? null : reason.label(),
          outcome.message()));
    }
    return IntakeCounts.of(outcomes);
  }
}
