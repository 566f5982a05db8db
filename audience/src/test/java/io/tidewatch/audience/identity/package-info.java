@NullUnmarked
package io.tidewatch.audience.identity;

import org.jspecify.annotations.NullUnmarked;
