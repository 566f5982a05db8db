package io.tidewatch.audience.direction;

import io.tidewatch.audience.AudienceConfig;
import io.tidewatch.audience.FeatureTable.Weighed;
import io.tidewatch.audience.Wording;
import io.tidewatch.audience.aipl.AiplReader;
import io.tidewatch.audience.aipl.BrandStates;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.ActionWeights;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.model.catalogue.Catalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What directions are given: a target audience and the users who may be reached.
 *
 * @param target members of the base
 * @param universe users of the base who may be reached; nobody of the target
 * @param features that may score users, with their weights
 * @param brand null for a target of given users
 */
public record Brief(
    UserFacts facts,
    FeatureMatrix matrix,
    UserSet target,
    UserSet universe,
    List<Weighed> features,
    ActionWeights weights,
    @Nullable OfBrand brand,
    Catalogue catalogue,
    AudienceConfig config,
    Wording wording) {

  public Brief {
    features = List.copyOf(features);
  }

  /**
   * What is known of the target's brand.
   *
   * @param reader of the states, for what single ones rest on
   * @param keywords labelled for the brand
   */
  public record OfBrand(
      BrandScope scope, AiplReader reader, BrandStates states, List<BrandKeyword> keywords) {
    public OfBrand {
      keywords = List.copyOf(keywords);
    }
  }
}
