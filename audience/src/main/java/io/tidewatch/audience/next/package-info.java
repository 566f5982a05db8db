/** What a user will buy next: item-to-item weights and scores of categories, judged on real sales. */
@NullMarked
package io.tidewatch.audience.next;

import org.jspecify.annotations.NullMarked;
