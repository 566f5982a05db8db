@NullMarked
package io.tidewatch.trend.words;

import org.jspecify.annotations.NullMarked;
