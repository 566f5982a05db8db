/** Small mutable state in a relational database; the only place that knows which one. */
@NullMarked
package io.tidewatch.state;

import org.jspecify.annotations.NullMarked;
