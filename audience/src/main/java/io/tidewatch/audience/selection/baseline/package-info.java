/** Other published or usual ways to rank users, to be set beside our models. */
@NullMarked
package io.tidewatch.audience.selection.baseline;

import org.jspecify.annotations.NullMarked;
