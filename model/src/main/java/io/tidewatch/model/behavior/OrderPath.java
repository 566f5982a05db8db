package io.tidewatch.model.behavior;

/**
 * A keyword that buyers of a brand searched in the week before an order of it.
 *
 * @param buyers who did so
 * @param brandBuyers buyers of the brand who searched anything in that week
 */
public record OrderPath(String brandId, String keyword, long buyers, long brandBuyers) {}
