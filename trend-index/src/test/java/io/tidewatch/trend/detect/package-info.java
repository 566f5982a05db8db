@NullMarked
package io.tidewatch.trend.detect;

import org.jspecify.annotations.NullMarked;
