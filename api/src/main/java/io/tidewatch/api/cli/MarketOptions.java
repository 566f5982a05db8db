package io.tidewatch.api.cli;

import io.tidewatch.api.eval.HolidayEval;
import io.tidewatch.api.eval.MarketPlan;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which simulated markets an evaluation is over, if it is over any. */
final class MarketOptions {
  @Option(
      names = "--markets",
      description =
          "Simulate markets, take them in, and compare answers with what is true of them.")
  private boolean markets;

  @Option(
      names = "--seeds",
      split = ",",
      defaultValue = "1,2,3,4,5",
      description = "Seeds of the markets. Default: ${DEFAULT-VALUE}.")
  private List<Long> seeds = List.of();

  @Option(
      names = "--regimes",
      split = ",",
      defaultValue = "default,open-market,heavy-bots",
      description = "Regimes of the markets. Default: ${DEFAULT-VALUE}.")
  private List<String> regimes = List.of();

  @Option(
      names = "--users",
      defaultValue = "8000",
      description = "People a market. Default: ${DEFAULT-VALUE}.")
  private int users;

  @Option(
      names = "--days",
      description = "Days a market. Default: " + MarketPlan.SHORTEST + ", the least; for holidays "
          + HolidayEval.USUAL + ", at least " + HolidayEval.SHORTEST + ".")
  private @Nullable Integer days;

  boolean asked() {
    return markets;
  }

  /**
   * Holds that either files or markets are judged.
   *
   * @throws IllegalArgumentException when both or neither are asked for
   */
  void checkInsteadOf(List<Path> data) {
    if (markets == !data.isEmpty()) {
      throw new IllegalArgumentException(
          "data: either --data or --markets is required, got " + (markets ? "both" : "neither"));
    }
  }

  /** {@code usualDays}: without {@code --days}. */
  MarketPlan plan(int usualDays) {
    return new MarketPlan(seeds, regimes, users, days == null ? usualDays : days);
  }
}
