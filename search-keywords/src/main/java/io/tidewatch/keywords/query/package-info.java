/**
 * What people typed: its normal form, the family of spellings it belongs to, its root word, and what
 * each of its words says. Pure: words, catalogue and counts come in by constructor.
 */
@NullMarked
package io.tidewatch.keywords.query;

import org.jspecify.annotations.NullMarked;
