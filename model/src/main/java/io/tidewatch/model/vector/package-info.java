/** Nearest neighbours, so that rooms that compare vectors need not know an engine. */
@NullMarked
package io.tidewatch.model.vector;

import org.jspecify.annotations.NullMarked;
