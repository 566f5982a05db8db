/** How long documents of each source are kept, and what lets the old ones go. */
@NullMarked
package io.tidewatch.api.retention;

import org.jspecify.annotations.NullMarked;
