/** Groups of people: saved segments, and what was told of groups. */
@org.jspecify.annotations.NullMarked
package io.tidewatch.model.group;
