package io.tidewatch.keywords.query;

import io.tidewatch.model.query.QueryPart;

/**
 * A part of a query with its type.
 *
 * @param start half-open UTF-16 offsets into what was typed
 * @param word the part in its normal form
 */
public record TypedSpan(int start, int end, String word, QueryPart part, TypeReason reason) {}
