package io.tidewatch.corpora.simulator;

import java.time.Instant;

/**
 * That a buyer is going to write a review.
 *
 * @param product number of the product in its rack
 * @param content whether the buyer is content
 */
record ReviewWish(
    int person, int shelf, int product, boolean content, Instant purchased, Instant written) {}
