/** Answers that need both rooms: what is said, and what is done. */
@NullMarked
package io.tidewatch.api.fusion;

import org.jspecify.annotations.NullMarked;
