/** What is asked of audiences. */
@NullMarked
package io.tidewatch.audience.query;

import org.jspecify.annotations.NullMarked;
