package io.tidewatch.connectors.intake;

import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.behavior.BatchId;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.record.BehaviorRecord;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Deletion;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.PersonRecord;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.record.WriteOutcome;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Sends each record of a batch to its store, keeping their order, and notes the outcomes. */
final class StoreWriter {
  private static final Set<String> DOCUMENT_TYPES = Set.of("post", "review", "list_entry");

  private final DocumentStore documents;
  private final BehaviorStore behavior;
  private final StoreRetry retry;

  StoreWriter(DocumentStore documents, BehaviorStore behavior, StoreRetry retry) {
    this.documents = documents;
    this.behavior = behavior;
    this.retry = retry;
  }

  /** A record with its place in the batch. */
  private record Placed<T>(int place, T value) {}

  /** Fills the places of {@code known} that are still empty. */
  void write(Intake.Prepared prepared, ItemOutcome[] known, Catalogue catalogue) {
    Batch batch = prepared.batch();
    List<Annotating.Result> annotations = prepared.annotations();
    var texts = new ArrayList<Placed<AnnotatedDocument>>();
    var facts = new ArrayList<Placed<DataRecord>>();
    var names = new KeywordNames(catalogue);
    int next = 0;
    for (int i = 0; i < known.length; i++) {
      if (!(batch.items().get(i) instanceof Item.Decoded decoded)) {
        continue;
      }
      if (known[i] != null) {
        next += decoded.record() instanceof DocumentRecord ? 1 : 0;
        continue;
      }
      switch (decoded.record()) {
        case DocumentRecord document -> {
          Annotating.Result result = annotations.get(next++);
          Annotation annotation = result.annotation();
          if (annotation == null) {
            known[i] = failed(Reason.ANNOTATION, String.valueOf(result.failure()));
          } else {
            texts.add(new Placed<>(i, new AnnotatedDocument(document, annotation)));
          }
        }
        case Deletion deletion
        when DOCUMENT_TYPES.contains(deletion.of()) -> {
          flush(texts, known);
          known[i] = single(() -> delete(deletion));
        }
        case Heartbeat heartbeat -> known[i] = single(() -> documents.observe(heartbeat));
        case BehaviorRecord fact -> facts.add(new Placed<>(i, names.resolved(fact)));
        case PersonRecord fact -> facts.add(new Placed<>(i, fact));
        case Deletion deletion -> facts.add(new Placed<>(i, deletion));
        case CatalogueRecord entry -> {}
      }
    }
    flush(texts, known);
    write(facts, records -> behavior.accept(id(batch, records), records), known);
  }

  private void flush(List<Placed<AnnotatedDocument>> texts, ItemOutcome[] known) {
    write(texts, documents::accept, known);
    texts.clear();
  }

  private WriteOutcome delete(Deletion deletion) {
    String source = deletion.envelope().source();
    return source == null
        ? documents.delete(deletion.id())
        : documents.delete(new DocumentKey(source, deletion.id()));
  }

  /** A store that refuses a batch is asked with halves of it until the culprit stands alone. */
  private <T> void write(
      List<Placed<T>> placed, Function<List<T>, List<WriteOutcome>> store, ItemOutcome[] known) {
    if (placed.isEmpty()) {
      return;
    }
    List<T> values = placed.stream().map(Placed::value).toList();
    try {
      List<WriteOutcome> written = retry.call(() -> store.apply(values));
      for (int i = 0; i < placed.size(); i++) {
        known[placed.get(i).place()] = outcome(written.get(i));
      }
    } catch (StoreUnavailableException e) {
      placed.forEach(p -> known[p.place()] = away(e));
    } catch (IllegalArgumentException e) {
      if (placed.size() == 1) {
        known[placed.getFirst().place()] = refused(e);
      } else {
        int half = placed.size() / 2;
        write(List.copyOf(placed.subList(0, half)), store, known);
        write(List.copyOf(placed.subList(half, placed.size())), store, known);
      }
    }
  }

  private ItemOutcome single(java.util.function.Supplier<WriteOutcome> action) {
    try {
      return outcome(retry.call(action));
    } catch (StoreUnavailableException e) {
      return away(e);
    } catch (IllegalArgumentException e) {
      return refused(e);
    }
  }

  /**
   * The chunk's name carries a hash of its content: the same chunk again has the same name, and a
   * file that was changed under its old name has another.
   */
  private static BatchId id(Batch batch, List<DataRecord> records) {
    long hash = 17;
    for (DataRecord record : records) {
      hash = hash * 0x9E3779B97F4A7C15L + record.envelope().contentHash();
    }
    return new BatchId(
        batch.source(), batch.file() + "#" + HexFormat.of().toHexDigits(hash), batch.chunk());
  }

  static ItemOutcome outcome(WriteOutcome written) {
    return switch (written) {
      case ACCEPTED -> ItemOutcome.ACCEPTED;
      case DUPLICATE -> ItemOutcome.DUPLICATE;
      case SEALED ->
        failed(
            Reason.SEALED,
            "its day is sealed: what was that old was dropped, and none is taken in");
    };
  }

  static ItemOutcome away(StoreUnavailableException e) {
    return failed(Reason.STORE_UNAVAILABLE, String.valueOf(e.getMessage()));
  }

  static ItemOutcome refused(IllegalArgumentException e) {
    return failed(Reason.STORE_REFUSED, String.valueOf(e.getMessage()));
  }

  private static ItemOutcome failed(Reason reason, String message) {
    return new ItemOutcome(ItemOutcome.Kind.FAILED, reason, message);
  }
}
