/** Saved rules, what they found, and the ports that keep both. */
@NullMarked
package io.tidewatch.model.rule;

import org.jspecify.annotations.NullMarked;
