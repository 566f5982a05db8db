package io.tidewatch.api.wiring;

import io.tidewatch.api.upkeep.ErasureDesk;
import io.tidewatch.connectors.intake.DeadLetters;
import io.tidewatch.model.behavior.BehaviorStore.TypeCount;
import io.tidewatch.model.behavior.BehaviorUpkeep;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.trend.question.IndexedDocuments;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Where people are in a data directory. */
final class ErasableStores implements ErasureDesk.Stores {
  private static final int PAGE = 1000;

  private final Supplier<? extends BehaviorUpkeep> behavior;
  private final Supplier<IndexedDocuments> documents;
  private final DeadLetters letters;

  ErasableStores(
      Supplier<? extends BehaviorUpkeep> behavior,
      Supplier<IndexedDocuments> documents,
      DeadLetters letters) {
    this.behavior = behavior;
    this.documents = documents;
    this.letters = letters;
  }

  @Override
  public List<TypeCount> behavior(Set<String> identifiers) {
    return behavior.get().erase(identifiers);
  }

  @Override
  public long documents(Set<String> identifiers) {
    IndexedDocuments store = documents.get();
    long gone = 0;
    for (String identifier : identifiers) {
      String query = "author:\"" + identifier.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      while (true) {
        var page = store.search(new SearchQuery(query, null, null, PAGE, null)).documents();
        if (page.isEmpty()) {
          break;
        }
        for (var document : page) {
          DocumentKey key = document.record().key();
          store.delete(key);
          gone++;
        }
        store.commit();
      }
    }
    return gone;
  }

  @Override
  public long letters(Set<String> identifiers) throws IOException {
    return letters.erase(identifiers);
  }
}
