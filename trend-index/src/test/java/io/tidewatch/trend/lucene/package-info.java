@NullMarked
package io.tidewatch.trend.lucene;

import org.jspecify.annotations.NullMarked;
