/** What every user did before a time, packed into flat arrays over numbered users. */
@NullMarked
package io.tidewatch.audience.facts;

import org.jspecify.annotations.NullMarked;
