/**
 * Which search keywords a brand should buy: competition E, revenue R, advantage A, a label and a
 * rank, each with the counts it comes from. The formulas are this project's reading of the published
 * brand-audience method, whose own formulas are lost.
 */
@NullMarked
package io.tidewatch.keywords;

import org.jspecify.annotations.NullMarked;
