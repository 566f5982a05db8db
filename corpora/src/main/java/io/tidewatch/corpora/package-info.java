/** What ships with the product: the seed catalogue, lexicons, calendar and sample texts. */
@NullMarked
package io.tidewatch.corpora;

import org.jspecify.annotations.NullMarked;
