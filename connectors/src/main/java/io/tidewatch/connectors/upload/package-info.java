/** Sends batches to peers over HTTP, with retry and receipt. */
@NullMarked
package io.tidewatch.connectors.upload;

import org.jspecify.annotations.NullMarked;
