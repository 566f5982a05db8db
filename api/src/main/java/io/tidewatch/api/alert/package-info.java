/** Rules over talk: when they fire, what they would have told, and how it is delivered. */
@NullMarked
package io.tidewatch.api.alert;

import org.jspecify.annotations.NullMarked;
