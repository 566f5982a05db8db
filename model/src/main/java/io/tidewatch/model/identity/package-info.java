/** Persons: which identifiers are one, under an id that lasts, and how that came about. */
@NullMarked
package io.tidewatch.model.identity;

import org.jspecify.annotations.NullMarked;
