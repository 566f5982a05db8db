package io.tidewatch.audience.next;

import java.time.LocalDate;

/**
 * One purchase.
 *
 * @param user who bought
 * @param category what kind of thing
 * @param parent the category above it
 * @param day when
 */
public record Purchase(String user, String category, String parent, LocalDate day) {}
