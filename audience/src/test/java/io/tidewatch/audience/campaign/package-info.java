@NullUnmarked
package io.tidewatch.audience.campaign;

import org.jspecify.annotations.NullUnmarked;
