/** Documents as the index keeps them, and the port that writes them. */
@NullMarked
package io.tidewatch.model.document;

import org.jspecify.annotations.NullMarked;
