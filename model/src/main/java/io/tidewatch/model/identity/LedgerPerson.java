package io.tidewatch.model.identity;

import java.time.Instant;

/**
 * A person with a lasting id.
 *
 * @param founder key of the identifier that the id was made from
 * @param foundedAt time of the person's first link; the earlier of two is the older person
 */
public record LedgerPerson(String id, String founder, Instant foundedAt) {}
