package io.tidewatch.api.strategy;

import io.tidewatch.api.strategy.InsightStep.Figure;
import io.tidewatch.audience.Wording;
import io.tidewatch.model.trend.Interval3;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the steps of one scenario. Not thread-safe. */
final class Steps {
  private final String scenario;
  private final StrategyQuery query;
  private final Wording wording;
  private final List<InsightStep> steps = new ArrayList<>();

  Steps(Scenario scenario, StrategyQuery query, Wording wording) {
    this.scenario = scenario.name().toLowerCase(Locale.ROOT);
    this.query = query;
    this.wording = wording;
  }

  /** A finding that rests on behaviour. */
  void add(String code, String finding, List<Figure> figures, String decision, String command) {
    add(code, finding, figures, List.of(), decision, command);
  }

  /** A finding with documents behind it. */
  void add(
      String code,
      String finding,
      List<Figure> figures,
      List<String> evidence,
      String decision,
      String command) {
    if (figures.isEmpty()) {
      throw new IllegalStateException("a finding without a figure: " + code);
    }
    steps.add(new InsightStep(
        steps.size() + 1,
        scenario,
        code,
        true,
        finding,
        figures,
        basis(),
        evidence,
        decision,
        command));
  }

  /** Nothing can be said. */
  void missing(String code, String why, String command) {
    steps.add(new InsightStep(
        steps.size() + 1,
        scenario,
        code,
        false,
        wording.say("数据不足:%s", "Not enough data: %s", why),
        List.of(),
        basis(),
        List.of(),
        null,
        command));
  }

  List<InsightStep> all() {
    return List.copyOf(steps);
  }

  private String basis() {
    ZoneId zone = query.window().zone();
    return wording.say(
        "%s 至 %s(不含)的本店订单、行为与已收录的文档,区间为 5%%–95%%",
        "Orders and behaviour of this store and the documents it holds, %s to %s (exclusive);"
            + " intervals are 5 %%–95 %%",
        query.window().from().atZone(zone).toLocalDateTime(),
        query.window().to().atZone(zone).toLocalDateTime());
  }

  String say(String chinese, String english, Object... arguments) {
    return wording.say(chinese, english, arguments);
  }

  /** A share with its interval. */
  static String percent(Interval3 share) {
    return "%.1f%% (%.1f–%.1f%%)"
        .formatted(100 * share.mid(), 100 * share.low(), 100 * share.high());
  }

  /** A signed change with its interval. */
  static String signed(Interval3 change) {
    return "%+.1f%% (%+.1f…%+.1f%%)"
        .formatted(100 * change.mid(), 100 * change.low(), 100 * change.high());
  }

  /** A command about the same category, window and, where it takes one, brand. */
  String command(String question, boolean brand) {
    return "./tidewatch "
        + question
        + " --category "
        + query.categoryId()
        + (brand ? " --brand " + query.requiredBrand() : "")
        + (question.startsWith("strategy")
            ? " --from " + query.window().from() + " --to " + query.window().to()
            : " --as-of " + query.window().to());
  }

  /** A command about how the brand is judged in the window. */
  String talk() {
    return "./tidewatch trends aspects --of "
        + query.requiredBrand()
        + " --from "
        + query.window().from()
        + " --to "
        + query.window().to();
  }

  /** A command about the brand's people as of the window's end. */
  String people(String question, String more) {
    return "./tidewatch "
        + question
        + " --brand "
        + query.requiredBrand()
        + " --as-of "
        + query.window().to()
        + more;
  }
}
