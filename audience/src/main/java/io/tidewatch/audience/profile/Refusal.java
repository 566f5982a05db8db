package io.tidewatch.audience.profile;

import java.util.Locale;

/** Why a profile is refused. No sentence tells how many users it is about. */
public enum Refusal {
  GROUP("a group of at least %1$d users who were active of late is required, this one is smaller"),
  COMPLEMENT("all but fewer than %1$d of the base are in this group, so it would tell of these few;"
      + " a group that leaves out nobody or more is required"),
  DIFFERENCE("this group differs by fewer than %1$d users from one that was answered before, so the"
      + " two answers could be subtracted; ask for the earlier group and time again, or for a"
      + " group that differs more"),
  COMBINATION("this group and some that were answered before add up but for fewer than %1$d users,"
      + " so the answers could be subtracted; ask for one of the earlier groups and times again,"
      + " or for a group that differs more"),
  MEMORY("%2$d different groups were answered in %3$d days, as many as are compared; ask for one of"
      + " them and its time again");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  /** In answers and in the audit log, such as {@code difference}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String sentence(ProfileConfig config) {
    return "profile: "
        + String.format(
            Locale.ROOT, sentence, config.group(), config.mostGroups(), config.memoryDays());
  }
}
