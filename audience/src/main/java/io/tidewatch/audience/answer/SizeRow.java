package io.tidewatch.audience.answer;

/**
 * What a selection of a size is worth, as measured on the last period whose outcome is known: the
 * model learned from the period before it and scored the universe of its beginning. Names are the
 * names in JSON.
 *
 * @param share of the universe, above 0 and at most 1
 * @param size users of the universe of T that this share is
 * @param measured users who were selected at that share in the period
 * @param expected share of them who reached the goal (PredictTA)
 * @param low lower end of its 95 % interval (Wilson)
 * @param high upper end
 * @param rule the same for the marketer's rule: who sought the category last
 * @param base share of the whole universe who reached the goal
 */
public record SizeRow(
    double share,
    int size,
    int measured,
    double expected,
    double low,
    double high,
    double rule,
    double base) {}
