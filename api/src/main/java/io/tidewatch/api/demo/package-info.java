/** The sample market from door to report. */
@NullMarked
package io.tidewatch.api.demo;

import org.jspecify.annotations.NullMarked;
