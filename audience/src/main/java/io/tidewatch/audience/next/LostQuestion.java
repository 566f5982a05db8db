package io.tidewatch.audience.next;

import java.time.LocalDate;

/**
 * A question that popularity answers better than the blend.
 *
 * @param bought what the user bought
 * @param place expected rank in the blend
 * @param popularity expected rank by popularity
 */
public record LostQuestion(
    String task, String user, LocalDate day, String bought, double place, double popularity) {}
