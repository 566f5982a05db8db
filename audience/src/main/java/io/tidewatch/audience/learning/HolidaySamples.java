package io.tidewatch.audience.learning;

import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.BrandMoments;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.holiday.HolidayRun;
import io.tidewatch.audience.holiday.HolidayTopics;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.model.catalogue.Catalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Samples of who bought during a run of a holiday that is over: users of a brand's universe at its
 * beginning who did something in the holiday's categories in the period before. Who of them is in P
 * or L at the end has bought and kept the brand meanwhile, since a universe holds nobody in P or L. A
 * brand alone has few buyers, so those near it are learned from as well. What was drawn for a run is
 * kept until another is asked for. For one thread.
 */
final class HolidaySamples {
  private final BrandMoments start;
  private final BrandMoments end;
  private final MoverSamples before;
  private final Duration period;
  private final Map<String, Optional<HolidaySample.Drawn>> kept = new HashMap<>();
  private Optional<HolidayTopics> topics = Optional.empty();
  private List<Object> keptFor = List.of();

  /**
   * Over the readings of three times.
   *
   * @param earlier reads a period before the beginning
   * @param start reads the beginning
   * @param end reads the end
   * @param period of whole days
   */
  HolidaySamples(BrandMoments earlier, BrandMoments start, BrandMoments end, Duration period) {
    this.start = start;
    this.end = end;
    this.before = new MoverSamples(earlier, start, period);
    this.period = period;
  }

  /**
   * What the run was about.
   *
   * @throws NoAudienceException when nothing is known of the time before it
   */
  HolidayTopics topics(HolidayRun run, Catalogue catalogue, long seed) {
    List<Object> key = List.of(run, catalogue.version(), start.revision(), seed);
    if (!key.equals(keptFor)) {
      kept.clear();
      keptFor = key;
      topics = Optional.empty();
    }
    if (topics.isEmpty()) {
      if (!start.hasFacts(run.start(), catalogue)) {
        throw new NoAudienceException("holiday: facts before " + run.start() + ", when " + run.id()
            + " began last year, are required, got none");
      }
      topics = Optional.of(end.topics(run, catalogue));
    }
    return topics.get();
  }

  /**
   * Users of a brand and of those near it, with what was known when the run began.
   *
   * @throws NoAudienceException when nothing is known of the time before the run
   */
  HolidaySample near(String brandId, HolidayRun run, Catalogue catalogue, long seed) {
    HolidayTopics about = topics(run, catalogue, seed);
    var brands = new ArrayList<HolidaySample.Drawn>();
    drawn(brandId, about, catalogue, seed).ifPresent(brands::add);
    for (String other : before.nearBrands(brandId, run.start(), catalogue)) {
      drawn(other, about, catalogue, seed).ifPresent(brands::add);
    }
    return HolidaySample.pool(brands);
  }

  /**
   * Who bought in the period before the run, for the daily model of that time.
   *
   * @throws NoAudienceException when a period before it nobody had bought the brand or engaged with it
   */
  Sample daily(String brandId, HolidayRun run, Catalogue catalogue, long seed) {
    return before.near(brandId, run.start(), Goal.BUY, catalogue, seed);
  }

  /** How lately users must have done something in the holiday's categories. */
  long days() {
    return period.toDays();
  }

  /** The holiday's categories, or those where the brand sells when the holiday has none. */
  static BitSet categories(HolidayTopics topics, BrandMoment moment) {
    return topics.categories().isEmpty()
        ? LatelyDone.of(moment.brief()).categories()
        : topics.in(moment.facts());
  }

  /** Empty when at the beginning nobody had bought the brand or engaged with it. */
  private Optional<HolidaySample.Drawn> drawn(
      String brandId, HolidayTopics about, Catalogue catalogue, long seed) {
    return kept.computeIfAbsent(brandId, brand -> {
      try {
        BrandMoment moment = start.at(brand, about.run().start(), catalogue);
        BrandMoments.Outcome outcome = end.outcome(brand, about.run().end(), catalogue);
        boolean[] reached =
            MoverSamples.reached(moment, outcome, Goal.BUY, about.run().length());
        var columns = new HolidayColumns(
            moment, new RelativeColumns(moment, seed), categories(about, moment));
        BitSet active = columns.active(days());
        int[] universe = moment.universe().toArray();
        var entries = new ArrayList<HolidaySample.Entry>();
        for (int row : DrawnUsers.draw(active, reached, seed)) {
          entries.add(new HolidaySample.Entry(
              moment.facts().userId(universe[row]), columns.row(row), reached[row]));
        }
        return Optional.of(new HolidaySample.Drawn(entries, DrawnUsers.others(active, reached)));
      } catch (NoAudienceException e) {
        return Optional.empty();
      }
    });
  }
}
