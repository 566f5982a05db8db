package io.tidewatch.audience.profile;

import java.util.List;

/** What becomes of a question for a profile. */
public sealed interface ProfileAnswer {

  /** The cells by dimension, values before the unknown. */
  record Answered(List<ProfileRow> rows) implements ProfileAnswer {
    public Answered {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Nothing is told.
   *
   * @param text one sentence that names the rule
   */
  record Refused(Refusal rule, String text) implements ProfileAnswer {}
}
