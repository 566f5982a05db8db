@NullUnmarked
package io.tidewatch.api.campaign;

import org.jspecify.annotations.NullUnmarked;
