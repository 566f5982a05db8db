/** Replays real histories through annotation and detectors, where one room alone cannot. */
@NullMarked
package io.tidewatch.api.eval;

import org.jspecify.annotations.NullMarked;
