/** The state of every user towards a brand: awareness, interest, purchase, loyalty, or none. */
@NullMarked
package io.tidewatch.audience.aipl;

import org.jspecify.annotations.NullMarked;
