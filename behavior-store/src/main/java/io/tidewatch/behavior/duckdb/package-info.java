/** The behaviour store on an embedded DuckDB; the only package that imports its driver. */
@NullMarked
package io.tidewatch.behavior.duckdb;

import org.jspecify.annotations.NullMarked;
