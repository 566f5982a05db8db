package io.tidewatch.api.cli;

import io.tidewatch.api.eval.AudienceEval;
import io.tidewatch.api.eval.CampaignEval;
import io.tidewatch.api.eval.HolidayEval;
import io.tidewatch.api.eval.MarketPlan;
import io.tidewatch.api.eval.MarketRow;
import io.tidewatch.audience.next.NextCategoryEval;
import io.tidewatch.audience.next.PurchaseFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Foretells which category users buy next, on real purchases, and selects users of simulated markets
 * for a brand; each beside plain baselines.
 */
@Command(
    name = "audience",
    mixinStandardHelpOptions = true,
    description = "Which category a user buys next, split by time, beside popularity and cosine"
        + " co-occurrence (--data), and who of a brand's universe deepens or buys where the truth is"
        + " known (--markets).")
final class EvalAudienceCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--data",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Purchases as CSV with user_id, category_2, category_1 and day (yyyyMMdd), and children"
              + " with user_id, birthday and gender; plain or gzip.")
  private List<Path> data = List.of();

  @Option(names = "--losing", defaultValue = "0", description = "Lost questions to show a task.")
  private int losing;

  @Option(
      names = "--markets",
      description = "Simulate markets, take them in, and compare selections with what people did.")
  private boolean markets;

  @Option(
      names = "--campaigns",
      description = "With --markets: two campaigns instead, the second with and without what the"
          + " first one's users taught.")
  private boolean campaigns;

  @Option(
      names = "--holiday",
      description = "With --markets: selection for Double 11 instead, on markets that end with the"
          + " second one, by the daily model, one learned from the first, and both fused.")
  private boolean holiday;

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
      description =
          "Days a market. Default: " + MarketPlan.SHORTEST + ", the least; with --holiday "
              + HolidayEval.USUAL + ", at least " + HolidayEval.SHORTEST + ".")
  private @Nullable Integer days;

  @Option(
      names = "--join",
      defaultValue = "persons",
      paramLabel = "persons|ids",
      description =
          "For markets: whether the ids of one person are one user, or all apart. Default:"
              + " ${DEFAULT-VALUE}.")
  private String join = "persons";

  @Mixin
  private OutputOptions output = new OutputOptions();

  EvalAudienceCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    if (markets == !data.isEmpty()) {
      throw new IllegalArgumentException(
          "data: either --data or --markets is required, got " + (markets ? "both" : "neither"));
    }
    if ((campaigns || holiday) && !markets) {
      throw new IllegalArgumentException(
          (campaigns ? "campaigns" : "holiday") + ": --markets is required with it, got none");
    }
    if (campaigns && holiday) {
      throw new IllegalArgumentException(
          "holiday: either --campaigns or --holiday is required, got both");
    }
    if (!List.of("persons", "ids").contains(join)) {
      throw new IllegalArgumentException("join: persons or ids is required, got " + join);
    }
    if (markets) {
      int usual = holiday ? HolidayEval.USUAL : MarketPlan.SHORTEST;
      var plan = new MarketPlan(seeds, regimes, users, days == null ? usual : days);
      boolean joins = join.equals("persons");
      List<MarketRow> rows;
      if (holiday) {
        rows = new HolidayEval(environment.err()::println, joins).evaluate(plan);
      } else if (campaigns) {
        rows = new CampaignEval(environment.err()::println, joins).evaluate(plan);
      } else {
        rows = new AudienceEval(environment.err()::println, joins).evaluate(plan);
      }
      new RowPrinter(environment.out(), environment.json())
          .print(rows.stream().map(environment.json()::tree).toList(), output.format());
      return 0;
    }
    String name = String.valueOf(data.getFirst().getFileName());
    var report = new NextCategoryEval(PurchaseFiles.read(data), name).evaluate(losing);
    var json = environment.json();
    new RowPrinter(environment.out(), json)
        .print(report.rows().stream().map(json::tree).toList(), output.format());
    report.notes().forEach(environment.err()::println);
    report.losing().stream().map(json::line).forEach(environment.err()::println);
    return 0;
  }
}
