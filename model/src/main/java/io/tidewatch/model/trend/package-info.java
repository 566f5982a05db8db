/** Questions about talk over time and their answers; every answer names its documents. */
@NullMarked
package io.tidewatch.model.trend;

import org.jspecify.annotations.NullMarked;
