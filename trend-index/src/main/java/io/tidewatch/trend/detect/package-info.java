/**
 * Detectors over counts: what is rising, since when, how much, how certainly. They see counts and
 * observed hours only, so every engine gives the same answer; one formula a class, each with its
 * explanation and its paper.
 */
@NullMarked
package io.tidewatch.trend.detect;

import org.jspecify.annotations.NullMarked;
