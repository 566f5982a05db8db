/** What queries are made of: kinds of words, and how Han characters are written and read. */
@NullMarked
package io.tidewatch.model.query;

import org.jspecify.annotations.NullMarked;
