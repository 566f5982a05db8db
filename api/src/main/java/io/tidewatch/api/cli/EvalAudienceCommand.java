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
import java.util.function.Consumer;
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
      names = "--join",
      defaultValue = "persons",
      paramLabel = "persons|ids",
      description =
          "For markets: whether the ids of one person are one user, or all apart. Default:"
              + " ${DEFAULT-VALUE}.")
  private String join = "persons";

  @Mixin
  private MarketOptions markets = new MarketOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  EvalAudienceCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    markets.checkInsteadOf(data);
    if ((campaigns || holiday) && !markets.asked()) {
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
    return markets.asked() ? markets() : purchases();
  }

  private int markets() {
    var plan = markets.plan(holiday ? HolidayEval.USUAL : MarketPlan.SHORTEST);
    boolean joins = join.equals("persons");
    Consumer<String> notes = environment.err()::println;
    List<MarketRow> rows;
    if (holiday) {
      rows = new HolidayEval(notes, joins).evaluate(plan);
    } else if (campaigns) {
      rows = new CampaignEval(notes, joins).evaluate(plan);
    } else {
      rows = new AudienceEval(notes, joins).evaluate(plan);
    }
    new RowPrinter(environment.out(), environment.json())
        .print(rows.stream().map(environment.json()::tree).toList(), output.format());
    return 0;
  }

  private int purchases() throws IOException {
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
