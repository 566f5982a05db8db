/** Who asked for what about people. */
@org.jspecify.annotations.NullMarked
package io.tidewatch.model.audit;
