/** The HTTP service: one table of endpoints, its OpenAPI text and the server. */
@NullMarked
package io.tidewatch.api.http;

import org.jspecify.annotations.NullMarked;
