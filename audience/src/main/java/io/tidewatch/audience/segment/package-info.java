/** Questions for users that are saved by name, their language, and how many are answered at once. */
@org.jspecify.annotations.NullMarked
package io.tidewatch.audience.segment;
