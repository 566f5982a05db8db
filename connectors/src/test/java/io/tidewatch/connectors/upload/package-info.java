@NullUnmarked
package io.tidewatch.connectors.upload;

import org.jspecify.annotations.NullUnmarked;
