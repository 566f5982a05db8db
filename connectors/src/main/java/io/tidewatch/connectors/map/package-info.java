/** Format maps: YAML descriptions that turn rows of any table or list into records. */
@NullMarked
package io.tidewatch.connectors.map;

import org.jspecify.annotations.NullMarked;
