/** Scheduled pulls: what a source is, and how feeds and paged JSON are asked for. */
@NullMarked
package io.tidewatch.connectors.pull;

import org.jspecify.annotations.NullMarked;
