/** Documents and trends on an Elasticsearch cluster. The only package that imports its client. */
@NullMarked
package io.tidewatch.trend.elastic;

import org.jspecify.annotations.NullMarked;
