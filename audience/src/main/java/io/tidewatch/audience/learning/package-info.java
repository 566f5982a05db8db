/**
 * Which users will move towards a brand, learned from those who did: what was known of them before a
 * time, in numbers that mean the same for every brand, and what became of them after it. Selection,
 * its holiday model, and their trials on the brand's own past.
 */
@NullMarked
package io.tidewatch.audience.learning;

import org.jspecify.annotations.NullMarked;
