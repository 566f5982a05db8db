package io.tidewatch.keywords;

import java.math.BigDecimal;

/**
 * Orders of one product that came through any search.
 *
 * @param total distinct (user, day)
 * @param gmv sum in the one currency
 * @param foreign orders in another currency
 */
record ItemOrders(long total, BigDecimal gmv, long foreign) {}
