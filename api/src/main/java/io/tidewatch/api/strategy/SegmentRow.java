package io.tidewatch.api.strategy;

import io.tidewatch.audience.formula.Tgi;
import io.tidewatch.model.trend.Interval3;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A group of a category's buyers. Names are the names in JSON; intervals are 5 % to 95 %; null is
 * "cannot be said". The groups of one {@code dimension} are all buyers, each once. No row is of fewer
 * than 50 buyers: smaller groups are together in {@code other}, with the next larger one where even
 * they are fewer.
 *
 * @param dimension {@code history}, {@code spend}, {@code spend-price} or {@code attribute:NAME}
 * @param group such as {@code returning}, {@code 5}, {@code 5|100-200} or a value; {@code unknown}
 *     where nothing is known, {@code other} for what is too small
 * @param merged groups in it; 1 but for {@code other}
 * @param buyerShare of the category's buyers
 * @param gmvShare of its gmv
 * @param growth of the group's buyers against the window before; null too where fewer than 50 were
 *     in it then
 * @param brandBuyers the brand's; null without a brand and where either side would be fewer than 50
 * @param brandShare the brand's part of the group's gmv; null when {@code brandBuyers} is
 * @param tgi of the group among active buyers against {@code base}, both as far as the dimension is
 *     known of them; null where the base has no such group
 * @param base what the group is compared with, in words
 */
public record SegmentRow(
    String dimension,
    String group,
    String name,
    int merged,
    long buyers,
    @Nullable Interval3 buyerShare,
    long orders,
    BigDecimal gmv,
    String currency,
    @Nullable Interval3 gmvShare,
    @Nullable Interval3 growth,
    @Nullable Long brandBuyers,
    @Nullable Interval3 brandShare,
    @Nullable Tgi tgi,
    String base) {}
