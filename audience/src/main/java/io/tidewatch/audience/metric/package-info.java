/**
 * How well a ranked audience meets what came later. Each formula is one class. Users are ranked by
 * score; users with an equal score are counted by expectation, as if their order were drawn at
 * random.
 */
@NullMarked
package io.tidewatch.audience.metric;

import org.jspecify.annotations.NullMarked;
