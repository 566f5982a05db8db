/**
 * What a keyword is worth, as formulas: entropy of transactions, a brand's advantage, revenue and
 * conversion drawn towards their category, examination of places, labels, the score and its fit, and
 * the plan of a budget. They read numbers and know no store.
 */
@NullMarked
package io.tidewatch.keywords.formula;

import org.jspecify.annotations.NullMarked;
