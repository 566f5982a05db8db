package io.tidewatch.audience;

import io.tidewatch.audience.direction.BrandKeywords;
import io.tidewatch.audience.feature.TalkSource;
import io.tidewatch.audience.feature.WordFamilies;
import io.tidewatch.audience.identity.PersonSource;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.catalogue.CatalogueStore;

/**
 * What audiences are read from, and the constants they are read with.
 *
 * @param keywords labelled for a brand, for direction {@code search}
 * @param families which searched words are one
 * @param persons whose ids are one user
 * @param talk what is said of products
 */
public record AudienceSources(
    BehaviorStore store,
    AudienceFacts facts,
    CatalogueStore catalogues,
    AudienceConfig config,
    BrandKeywords keywords,
    WordFamilies families,
    PersonSource persons,
    TalkSource talk) {

  /** Behaviour alone: no keyword is labelled, every word and every id stands alone, nobody talks. */
  public static AudienceSources of(
      BehaviorStore store, AudienceFacts facts, CatalogueStore catalogues, AudienceConfig config) {
    return new AudienceSources(
        store,
        facts,
        catalogues,
        config,
        BrandKeywords.NONE,
        WordFamilies.ALONE,
        PersonSource.APART,
        TalkSource.SILENT);
  }

  /** The same with other keywords. */
  public AudienceSources withKeywords(BrandKeywords other) {
    return new AudienceSources(store, facts, catalogues, config, other, families, persons, talk);
  }

  /** The same with other families. */
  public AudienceSources withFamilies(WordFamilies other) {
    return new AudienceSources(store, facts, catalogues, config, keywords, other, persons, talk);
  }

  /** The same with other persons. */
  public AudienceSources withPersons(PersonSource other) {
    return new AudienceSources(store, facts, catalogues, config, keywords, families, other, talk);
  }

  /** The same with other talk. */
  public AudienceSources withTalk(TalkSource other) {
    return new AudienceSources(
        store, facts, catalogues, config, keywords, families, persons, other);
  }

  /** A reading that keeps its own last time. */
  public BrandMoments moments() {
    return new BrandMoments(this, new Snapshots(this));
  }
}
