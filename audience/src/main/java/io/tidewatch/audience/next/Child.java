package io.tidewatch.audience.next;

import java.time.LocalDate;

/**
 * A user's child.
 *
 * @param birthday may lie ahead of a purchase
 * @param gender as the source codes it
 */
public record Child(LocalDate birthday, String gender) {}
