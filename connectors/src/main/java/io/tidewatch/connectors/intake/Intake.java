package io.tidewatch.connectors.intake;

import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.model.annotation.DocumentAnnotator;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.record.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The one way from decoded records into the stores: every door ends here. Documents are annotated
 * on a pool and stored in order, behaviour and persons go to the behaviour store, catalogue entries
 * to the catalogue. Each record comes to exactly one {@link ItemOutcome}; what is not taken in goes
 * to the dead letters. Safe from any thread; batches whose order matters are stored by one thread.
 */
public final class Intake implements AutoCloseable {
  private static final ItemOutcome STAYS_ERASED = new ItemOutcome(
      ItemOutcome.Kind.FAILED, Reason.ERASED, "the person was erased and is to stay so");

  private final Supplier<DocumentAnnotator> annotator;
  private final DocumentStore documents;
  private final CatalogueStore catalogue;
  private final StoreWriter writer;
  private final DeadLetters deadLetters;
  private final IntakeStatistics statistics;
  private final IntakeSettings settings;
  private final StoreRetry retry;
  private final GroupCommit commits;
  private final Annotating annotating;
  private final Lettered lettered = new Lettered();
  private final Predicate<String> erased;

  /** Without people who are to stay erased. */
  public Intake(
      Supplier<DocumentAnnotator> annotator,
      DocumentStore documents,
      BehaviorStore behavior,
      CatalogueStore catalogue,
      DeadLetters deadLetters,
      IntakeStatistics statistics,
      IntakeSettings settings) {
    this(
        annotator,
        documents,
        behavior,
        catalogue,
        deadLetters,
        statistics,
        settings,
        identifier -> false);
  }

  /**
   * @param annotator gives the annotator of the newest catalogue snapshot; asked once a batch
   * @param deadLetters where refused records go
   * @param erased whether an identifier is of a person who is to stay erased: such records are
   *     counted and written nowhere
   */
  public Intake(
      Supplier<DocumentAnnotator> annotator,
      DocumentStore documents,
      BehaviorStore behavior,
      CatalogueStore catalogue,
      DeadLetters deadLetters,
      IntakeStatistics statistics,
      IntakeSettings settings,
      Predicate<String> erased) {
    this.erased = erased;
    this.annotator = annotator;
    this.documents = documents;
    this.catalogue = catalogue;
    this.deadLetters = deadLetters;
    this.statistics = statistics;
    this.settings = settings;
    this.retry = new StoreRetry(settings);
    this.writer = new StoreWriter(documents, behavior, retry);
    this.commits = new GroupCommit(documents::commit);
    this.annotating = new Annotating(settings.threads());
  }

  /** What to do with records whose store stays away through all retries. */
  public enum Outage {
    /** Write them to the dead letters and count them as failed. */
    DEAD_LETTER,
    /** Throw {@link StoreUnavailableException}: the sender has the batch and sends it again. */
    THROW
  }

  /** A batch whose texts are being annotated. */
  public static final class Prepared {
    private final Batch batch;
    private final ItemOutcome[] known;
    private final Annotating.Started texts;

    private Prepared(Batch batch, ItemOutcome[] known, Annotating.Started texts) {
      this.batch = batch;
      this.known = known;
      this.texts = texts;
    }

    public Batch batch() {
      return batch;
    }

    /** One result a text of the batch, in order; waits for them. */
    List<Annotating.Result> annotations() {
      return texts.await();
    }
  }

  public IntakeStatistics statistics() {
    return statistics;
  }

  public IntakeSettings settings() {
    return settings;
  }

  /**
   * Takes a batch in and returns when it is durable: one outcome a record, in order.
   *
   * @throws StoreUnavailableException when a store is away and {@code outage} is THROW
   * @throws java.io.UncheckedIOException when the dead letters cannot be written
   */
  public List<ItemOutcome> accept(Batch batch, Outage outage) {
    List<ItemOutcome> outcomes = store(prepare(batch, outage), outage);
    commit();
    return outcomes;
  }

  /**
   * Stores the batch's catalogue entries and starts to annotate its texts. Call in the order of the
   * batches; {@link #store} must follow for each, in the same order.
   */
  public Prepared prepare(Batch batch, Outage outage) {
    var known = new ItemOutcome[batch.items().size()];
    addToCatalogue(batch, known, outage);
    var documents = new ArrayList<DocumentRecord>();
    for (Item item : batch.items()) {
      if (item instanceof Item.Decoded d && d.record() instanceof DocumentRecord document) {
        documents.add(document);
      }
    }
    return new Prepared(batch, known, annotating.start(annotator.get(), documents));
  }

  /** Stores a prepared batch. What it stored is durable after {@link #commit}. */
  public List<ItemOutcome> store(Prepared prepared, Outage outage) {
    Batch batch = prepared.batch();
    ItemOutcome[] known = prepared.known;
    for (int i = 0; i < known.length; i++) {
      switch (batch.items().get(i)) {
        case Item.Refused refused ->
          known[i] =
              new ItemOutcome(ItemOutcome.Kind.MALFORMED, refused.reason(), refused.message());
        case Item.Decoded decoded -> {
          if (Persons.of(decoded.record()).anyMatch(erased)) {
            known[i] = STAYS_ERASED;
          }
        }
      }
    }
    writer.write(prepared, known, catalogue.current());
    List<ItemOutcome> outcomes = List.of(known);
    if (outage == Outage.THROW) {
      throwIfAway(outcomes);
    }
    deadLetters.append(letters(batch, outcomes));
    sealed(batch, outcomes).forEach(lettered::add);
    statistics.count(batch, outcomes);
    return outcomes;
  }

  /** Returns when everything stored before is durable and searchable. */
  public void commit() {
    retry.run(commits::await);
  }

  /** Marks the hour of the heartbeat as observed; durable and searchable when it returns. */
  public void observe(Heartbeat heartbeat) {
    retry.call(() -> documents.observe(heartbeat));
    commit();
  }

  private void addToCatalogue(Batch batch, ItemOutcome[] known, Outage outage) {
    var places = new ArrayList<Integer>();
    var entries = new ArrayList<CatalogueRecord>();
    for (int i = 0; i < known.length; i++) {
      if (batch.items().get(i) instanceof Item.Decoded d
          && d.record() instanceof CatalogueRecord entry) {
        places.add(i);
        entries.add(entry);
      }
    }
    if (entries.isEmpty()) {
      return;
    }
    try {
      List<WriteOutcome> written = retry.call(() -> catalogue.accept(entries));
      for (int i = 0; i < places.size(); i++) {
        known[places.get(i)] = StoreWriter.outcome(written.get(i));
      }
    } catch (StoreUnavailableException e) {
      if (outage == Outage.THROW) {
        throw e;
      }
      places.forEach(i -> known[i] = StoreWriter.away(e));
    } catch (IllegalArgumentException e) {
      addOneByOne(places, entries, known);
    }
  }

  private void addOneByOne(
      List<Integer> places, List<CatalogueRecord> entries, ItemOutcome[] known) {
    for (int i = 0; i < places.size(); i++) {
      try {
        known[places.get(i)] =
            StoreWriter.outcome(catalogue.accept(List.of(entries.get(i))).getFirst());
      } catch (IllegalArgumentException e) {
        known[places.get(i)] = StoreWriter.refused(e);
      }
    }
  }

  private static void throwIfAway(List<ItemOutcome> outcomes) {
    for (ItemOutcome outcome : outcomes) {
      if (outcome.reason() == Reason.STORE_UNAVAILABLE) {
        throw new StoreUnavailableException(
            String.valueOf(outcome.message()), new IllegalStateException("retries are used up"));
      }
    }
  }

  /**
   * What was refused, once: a feed that goes on showing entries of sealed days fills no disk. They
   * are counted each time.
   */
  private List<DeadLetters.Letter> letters(Batch batch, List<ItemOutcome> outcomes) {
    var letters = new ArrayList<DeadLetters.Letter>();
    for (int i = 0; i < outcomes.size(); i++) {
      ItemOutcome outcome = outcomes.get(i);
      Reason reason = outcome.reason();
      Item item = batch.items().get(i);
      if (reason != null
          && reason != Reason.ERASED
          && !(reason == Reason.SEALED && lettered.holds(item))) {
        letters.add(new DeadLetters.Letter(
            IntakeStatistics.source(batch, item),
            batch.file(),
            item.original(),
            reason,
            String.valueOf(outcome.message())));
      }
    }
    return letters;
  }

  private static List<Item> sealed(Batch batch, List<ItemOutcome> outcomes) {
    return IntStream.range(0, outcomes.size())
        .filter(i -> outcomes.get(i).reason() == Reason.SEALED)
        .mapToObj(i -> batch.items().get(i))
        .toList();
  }

  @Override
  public void close() {
    annotating.close();
  }
}
