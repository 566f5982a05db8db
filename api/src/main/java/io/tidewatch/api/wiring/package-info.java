/** Opens the stores, joins the rooms and owns the data directory. */
@NullMarked
package io.tidewatch.api.wiring;

import org.jspecify.annotations.NullMarked;
