/** What language processing says about one text. */
@NullMarked
package io.tidewatch.model.annotation;

import org.jspecify.annotations.NullMarked;
