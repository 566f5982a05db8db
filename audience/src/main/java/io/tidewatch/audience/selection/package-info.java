/**
 * Which users to take: raw features of numbered users are encoded, a model learns from the brand's
 * buyers against users who are merely unlabelled, and everybody gets a score. Nothing here reads a
 * store.
 */
@NullMarked
package io.tidewatch.audience.selection;

import org.jspecify.annotations.NullMarked;
