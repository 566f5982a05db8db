@NullMarked
package io.tidewatch.trend.eval;

import org.jspecify.annotations.NullMarked;
