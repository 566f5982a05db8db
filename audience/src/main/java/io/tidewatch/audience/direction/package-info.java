/** The six ways from a target audience to users who are not in it, and how they come together. */
@NullMarked
package io.tidewatch.audience.direction;

import org.jspecify.annotations.NullMarked;
