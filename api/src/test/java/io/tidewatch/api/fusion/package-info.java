@NullMarked
package io.tidewatch.api.fusion;

import org.jspecify.annotations.NullMarked;
