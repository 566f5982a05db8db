/** Trees grown by XGBoost; the only package that knows the library. */
@NullMarked
package io.tidewatch.audience.selection.xgboost;

import org.jspecify.annotations.NullMarked;
