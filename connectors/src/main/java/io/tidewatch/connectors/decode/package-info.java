/** JSON objects become records here: every field is checked, unknown ones are kept. */
@NullMarked
package io.tidewatch.connectors.decode;

import org.jspecify.annotations.NullMarked;
