@NullMarked
package io.tidewatch.api.alert;

import org.jspecify.annotations.NullMarked;
