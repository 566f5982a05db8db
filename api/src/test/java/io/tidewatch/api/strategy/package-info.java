@NullMarked
package io.tidewatch.api.strategy;

import org.jspecify.annotations.NullMarked;
