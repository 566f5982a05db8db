@NullMarked
package io.tidewatch.api.eval;

import org.jspecify.annotations.NullMarked;
