/**
 * Whom to reach: what a brand's buyers, or given users, care about more than others do, and the
 * users who are like them. Direction {@code interest} only.
 */
@NullMarked
package io.tidewatch.audience;

import org.jspecify.annotations.NullMarked;
