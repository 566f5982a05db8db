/** Documents and trends on Lucene. The only package that imports it. */
@NullMarked
package io.tidewatch.trend.lucene;

import org.jspecify.annotations.NullMarked;
