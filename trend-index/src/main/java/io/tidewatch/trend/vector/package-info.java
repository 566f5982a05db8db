/** What the vector indexes of all engines ask of vectors. */
@NullMarked
package io.tidewatch.trend.vector;

import org.jspecify.annotations.NullMarked;
