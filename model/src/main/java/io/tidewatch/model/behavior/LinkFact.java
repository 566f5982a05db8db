package io.tidewatch.model.behavior;

import io.tidewatch.model.record.IdentityLink.Identifier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored link between two identifiers.
 *
 * @param confidence 0 to 1; null when the sender gave none
 * @param source who sent it; null when the sender named none
 */
public record LinkFact(
    String id,
    Identifier from,
    Identifier to,
    String evidence,
    @Nullable Double confidence,
    @Nullable String source,
    Instant at) {}
