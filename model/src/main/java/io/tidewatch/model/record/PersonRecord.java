package io.tidewatch.model.record;

import java.time.Instant;

/** What is known of a person: attributes, links between identifiers, consent. */
public sealed interface PersonRecord extends DataRecord permits User, IdentityLink, Consent {

  /** Event time (UTC). */
  Instant at();
}
