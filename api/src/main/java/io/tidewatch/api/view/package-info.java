/** What answers look like as JSON. */
@NullMarked
package io.tidewatch.api.view;

import org.jspecify.annotations.NullMarked;
