/** Campaigns: who was chosen, who was held out, and what a peer took. */
@org.jspecify.annotations.NullMarked
package io.tidewatch.model.campaign;
