/** What a festival is about: the words that rise in it and the categories that they lead to. */
@NullMarked
package io.tidewatch.audience.holiday;

import org.jspecify.annotations.NullMarked;
