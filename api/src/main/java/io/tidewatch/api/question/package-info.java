/** Every question the service answers: one table for the command line, HTTP and OpenAPI. */
@NullMarked
package io.tidewatch.api.question;

import org.jspecify.annotations.NullMarked;
