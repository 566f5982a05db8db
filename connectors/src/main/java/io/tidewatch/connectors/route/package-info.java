/** Camel routes: folders, scheduled pulls, one-shot files and the deep lane's timer. */
@NullMarked
package io.tidewatch.connectors.route;

import org.jspecify.annotations.NullMarked;
