/** The shipped statements over the files of a behaviour store, run by Spark SQL. */
@NullMarked
package io.tidewatch.behavior.spark;

import org.jspecify.annotations.NullMarked;
