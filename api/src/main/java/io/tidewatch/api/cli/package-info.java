/** Commands: one class each, which parse arguments, ask and print. */
@NullMarked
package io.tidewatch.api.cli;

import org.jspecify.annotations.NullMarked;
