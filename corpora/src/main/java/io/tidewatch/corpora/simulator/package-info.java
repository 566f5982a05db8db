/** A seeded market that times the sample texts, makes behaviour and keeps the truth apart. */
@NullMarked
package io.tidewatch.corpora.simulator;

import org.jspecify.annotations.NullMarked;
