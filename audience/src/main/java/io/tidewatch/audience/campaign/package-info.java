/**
 * Campaigns: who of an audience is treated and who is held out, files of members, and what the
 * campaign did.
 */
@NullMarked
package io.tidewatch.audience.campaign;

import org.jspecify.annotations.NullMarked;
