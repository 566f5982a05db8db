/** The port between the questions and the engine that keeps the index; it knows no library. */
@NullMarked
package io.tidewatch.trend.engine;

import org.jspecify.annotations.NullMarked;
