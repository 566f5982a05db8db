package io.tidewatch.api.wiring;

import io.tidewatch.api.campaign.CampaignDesk;
import io.tidewatch.api.upkeep.ErasureDesk;
import io.tidewatch.audience.ProfileDesk;
import io.tidewatch.audience.identity.IdentityDesk;
import io.tidewatch.connectors.intake.DeadLetters;
import io.tidewatch.model.behavior.BehaviorStore.TypeCount;
import io.tidewatch.model.behavior.BehaviorUpkeep;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.trend.question.IndexedDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Where people are in a data directory. */
final class ErasableStores implements ErasureDesk.Stores {
  private static final int PAGE = 1000;

  private final Supplier<? extends BehaviorUpkeep> behavior;
  private final Supplier<IndexedDocuments> documents;
  private final DeadLetters letters;
  private final Supplier<IdentityDesk> identity;
  private final Supplier<ProfileDesk> profiles;
  private final Supplier<CampaignDesk> campaigns;

  ErasableStores(
      Supplier<? extends BehaviorUpkeep> behavior,
      Supplier<IndexedDocuments> documents,
      DeadLetters letters,
      Supplier<IdentityDesk> identity,
      Supplier<ProfileDesk> profiles,
      Supplier<CampaignDesk> campaigns) {
    this.behavior = behavior;
    this.documents = documents;
    this.letters = letters;
    this.identity = identity;
    this.profiles = profiles;
    this.campaigns = campaigns;
  }

  @Override
  public List<TypeCount> behavior(Set<String> identifiers) {
    return behavior.get().erase(identifiers);
  }

  @Override
  public Set<String> linked(Set<String> identifiers) {
    return identity.get().linkedTo(identifiers);
  }

  @Override
  public long identity(Set<String> identifiers) {
    profiles.get().forget(identifiers);
    return identity.get().forget(identifiers);
  }

  @Override
  public long campaigns(Set<String> identifiers) {
    return campaigns.get().erase(identifiers);
  }

  @Override
  public long documents(Set<String> identifiers) {
    IndexedDocuments store = documents.get();
    long gone = 0;
    for (String identifier : identifiers) {
      while (true) {
        var page = store.search(new SearchQuery(author(identifier), null, null, PAGE, null));
        if (page.documents().isEmpty()) {
          break;
        }
        page.documents().forEach(document -> store.delete(document.record().key()));
        gone += page.documents().size();
        store.commit();
      }
    }
    return gone;
  }

  /** What authors of these ids wrote. */
  List<StoredDocument> writtenBy(Set<String> identifiers) {
    var written = new ArrayList<StoredDocument>();
    for (String identifier : identifiers) {
      String cursor = null;
      do {
        var page =
            documents.get().search(new SearchQuery(author(identifier), null, null, PAGE, cursor));
        written.addAll(page.documents());
        cursor = page.next();
      } while (cursor != null);
    }
    return written;
  }

  private static String author(String identifier) {
    return "author:\"" + identifier.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  @Override
  public long letters(Set<String> identifiers) throws IOException {
    return letters.erase(identifiers);
  }
}
