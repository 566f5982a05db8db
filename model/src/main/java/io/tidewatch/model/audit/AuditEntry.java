package io.tidewatch.model.audit;

import java.time.Instant;

/**
 * One profile or export, as it was answered or refused.
 *
 * @param at when it was asked
 * @param caller who asked, such as {@code cli:wang} or {@code http:10.0.0.7}
 * @param action path of the question, such as {@code audience/profile}
 * @param query what was asked for, without ids of users
 * @param size users it was about, or rows that were handed out
 * @param thresholds limits that held, such as {@code group=100 cell=50}
 * @param outcome {@code answered}, or why it was refused
 */
public record AuditEntry(
    Instant at,
    String caller,
    String action,
    String query,
    long size,
    String thresholds,
    String outcome) {

  public static final String ANSWERED = "answered";
}
