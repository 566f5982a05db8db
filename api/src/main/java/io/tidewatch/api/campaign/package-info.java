/** Campaigns from the audience to the peer and back: made, exported, uploaded, tracked, erased. */
@NullMarked
package io.tidewatch.api.campaign;

import org.jspecify.annotations.NullMarked;
