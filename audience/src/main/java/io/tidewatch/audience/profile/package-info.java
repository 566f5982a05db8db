/** What is told of groups of people, and what is not. */
@org.jspecify.annotations.NullMarked
package io.tidewatch.audience.profile;
