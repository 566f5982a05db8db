package io.tidewatch.audience.learning;

import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.Wording;
import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.answer.Explanation.Standing;
import org.jspecify.annotations.Nullable;

/** Says in a sentence whether a selection takes a user, or why it never will. Immutable. */
final class StandingWords {
  private final BrandMoment moment;
  private final Wording wording;

  StandingWords(BrandMoment moment) {
    this.moment = moment;
    this.wording = moment.brief().wording();
  }

  /** {@code standing}: null for a user outside the universe. */
  String of(int user, @Nullable Standing standing) {
    AiplState state = moment.states().state(user);
    String begin = wording.say("处于 %s(%s);", "In %s (%s); ", state.name(), wording.state(state));
    return begin + (standing == null ? whyNot(user, state) : taken(standing));
  }

  private String taken(Standing standing) {
    return wording.say(
            "模型在 %d 人中排第 %d 位,默认选择前 %d 人,",
            "of %d users the model puts this one at place %d, and the default selection takes %d: ",
            standing.of(),
            standing.place(),
            standing.size())
        + (standing.selected()
            ? wording.say("入选", "selected")
            : wording.say("未入选", "not selected"));
  }

  private String whyNot(int user, AiplState state) {
    if (state.compareTo(AiplState.A) > 0) {
      return wording.say(
          "只选择 O 或 A 的用户,因此没有分数", "only users in O or A are selected, so there is no score");
    }
    return moment.brief().matrix().base().contains(user)
        ? wording.say("已属于目标人群,因此没有分数", "already in the target audience, so there is no score")
        : wording.say(
            "%d 天内没有行为,不会被选择,因此没有分数",
            "not active in %d days and never selected, so there is no score",
            moment.brief().config().baseDays());
  }
}
