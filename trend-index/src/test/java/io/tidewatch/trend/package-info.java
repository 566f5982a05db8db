@NullMarked
package io.tidewatch.trend;

import org.jspecify.annotations.NullMarked;
