/** What users care about: interests as of a time, by user and feature. */
@NullMarked
package io.tidewatch.audience.feature;

import org.jspecify.annotations.NullMarked;
