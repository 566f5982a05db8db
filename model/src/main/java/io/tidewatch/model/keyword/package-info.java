/** Words that other rooms know and nobody may have searched yet. */
@NullMarked
package io.tidewatch.model.keyword;

import org.jspecify.annotations.NullMarked;
