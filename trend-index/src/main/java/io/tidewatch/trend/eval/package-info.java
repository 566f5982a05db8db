/**
 * Proof of the detectors: replays a history of counts strictly in order and compares ways of finding
 * what rises, ours and the published ones. It sees counts only; who counted them is the caller's
 * matter.
 */
@NullMarked
package io.tidewatch.trend.eval;

import org.jspecify.annotations.NullMarked;
