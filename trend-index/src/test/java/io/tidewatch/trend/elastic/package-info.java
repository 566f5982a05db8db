@org.jspecify.annotations.NullMarked
package io.tidewatch.trend.elastic;
