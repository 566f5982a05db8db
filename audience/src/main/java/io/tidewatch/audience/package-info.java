/**
 * Whom to reach: what a brand's buyers, or given users, care about more than others do, the users
 * who are like them in six directions, and what users are to the brand.
 */
@NullMarked
package io.tidewatch.audience;

import org.jspecify.annotations.NullMarked;
