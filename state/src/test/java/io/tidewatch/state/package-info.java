@NullMarked
package io.tidewatch.state;

import org.jspecify.annotations.NullMarked;
