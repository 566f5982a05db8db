/** Benchmarks that anyone can run; figures are in docs/BENCHMARKS.md. */
@NullMarked
package io.tidewatch.benchmarks;

import org.jspecify.annotations.NullMarked;
