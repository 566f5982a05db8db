/** Formulas that the rooms of an audience share, one class each. */
@NullMarked
package io.tidewatch.audience.formula;

import org.jspecify.annotations.NullMarked;
