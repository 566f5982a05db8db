@org.jspecify.annotations.NullMarked
package io.tidewatch.api.retention;
