package io.tidewatch.model.behavior;

/** Distinct (user, local day) pairs with a paid order of the brand in the category. */
public record CategoryBrandOrders(String categoryId, String brandId, long orders) {}
