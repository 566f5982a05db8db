/** What every door accepts: one Java record a kind, as decoded from a line, a row or a message. */
@NullMarked
package io.tidewatch.model.record;

import org.jspecify.annotations.NullMarked;
