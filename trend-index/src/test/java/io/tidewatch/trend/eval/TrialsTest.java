package io.tidewatch.trend.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The three trials on histories whose answer is known. */
class TrialsTest {
  private static final LocalDate START = LocalDate.EPOCH;

  @Test
  void events_rightRowsCountOnceWithADayOfGrace() {
    var builder = builder(20);
    see(builder, 10, "a", 9);
    see(builder, 11, "a", 8);
    see(builder, 12, "b", 7);
    see(builder, 13, "c", 6);
    see(builder, 14, "d", 1);
    var trial = new EventTrial(
        builder.build(),
        List.of(event("a", 10, 10), event("c", 12, 12), event("d", 14, 14)),
        day -> true);
    // a on day 10; its next day is skipped; b is wrong; c a day late is right
    assertThat(trial.ranked(new PlainCounts()))
        .extracting(EventTrial.Row::key, EventTrial.Row::right)
        .startsWith(
            org.assertj.core.groups.Tuple.tuple("a", true),
            org.assertj.core.groups.Tuple.tuple("b", false),
            org.assertj.core.groups.Tuple.tuple("c", true),
            org.assertj.core.groups.Tuple.tuple("d", true));
    assertThat(figure(trial.figures(new PlainCounts()), "precision at as many rows as events"))
        .isEqualTo(2 / 3.0, within(1e-12));
    assertThat(figure(trial.figures(new PlainCounts()), "average precision"))
        .isEqualTo((1 + 2 / 3.0 + 3 / 4.0) / 3, within(1e-12));
  }

  @Test
  void events_outsideTheJudgedDays_areLeftOut() {
    var builder = builder(20);
    see(builder, 10, "a", 9);
    see(builder, 15, "b", 3);
    var trial = new EventTrial(
        builder.build(),
        List.of(event("a", 10, 10), event("b", 15, 15)),
        day -> day.isAfter(START.plusDays(12)));
    assertThat(trial.events()).isEqualTo(1);
    assertThat(trial.ranked(new PlainCounts()))
        .extracting(EventTrial.Row::key)
        .containsExactly("b");
  }

  @Test
  void early_namesBeforeTheTopAndNotAfter() {
    var builder = builder(30);
    for (int h = 0; h < 30 * 24; h++) {
      builder.see(h, List.of("filler" + h));
    }
    int hour = 20 * 24 + 8;
    builder.see(hour, List.of("climber")).see(hour, List.of("climber"));
    builder.see(hour, List.of("known")).see(hour, List.of("known")).see(hour, List.of("known"));
    var history = builder.build();
    var climbs = new ArrayList<List<EarlyTrial.Climb>>();
    for (String key : history.keys()) {
      climbs.add(
          switch (key) {
            case "climber" -> List.of(new EarlyTrial.Climb(hour + 5, hour + 6, hour + 7));
            case "known" -> List.of(new EarlyTrial.Climb(hour - 3, hour, hour));
            default -> List.of();
          });
    }
    var trial = new EarlyTrial(history, climbs, day -> true);
    // told at the next fixed hour, 09:00; what was at the top already is not named
    assertThat(trial.alarms(new PlainCounts(), 3, 10)).singleElement().satisfies(a -> {
      assertThat(a.key()).isEqualTo("climber");
      assertThat(a.right()).isTrue();
      assertThat(a.hour()).isEqualTo(20 * 24 + 9);
      assertThat(a.lead()).isEqualTo(6);
    });
    assertThat(figure(trial.figures(new PlainCounts(), 3, 10), "precision at 10 alarms a day"))
        .isEqualTo(1);
  }

  @Test
  void bursts_fewerFalseAlarms_findFewerOfThem() {
    var random = new Random(9);
    var builder = builder(60);
    for (int i = 0; i < 3000; i++) {
      builder.see(random.nextInt(60 * 24), List.of("k" + random.nextInt(random.nextInt(1, 60))));
    }
    var trial = new BurstTrial(builder.build(), 200, day -> true, (key, day) -> false);
    double strict = figure(run(trial, 0.5), "recall of bursts");
    double lenient = figure(run(trial, 50), "recall of bursts");
    assertThat(lenient).isGreaterThan(strict).isLessThanOrEqualTo(1);
    assertThat(run(trial, 0.5)).isEqualTo(run(trial, 0.5));
    assertThat(figure(run(trial, 50), "median delay, hours")).isBetween(1.0, 24.0);
    assertThat(figure(run(trial, 0.5), "precision at one burst per 1,000 keys a day"))
        .isEqualTo(strict / (strict + 0.5), within(1e-12));
  }

  private static List<Figure> run(BurstTrial trial, double falseAlarms) {
    return trial.figures(new WeekPoisson(), 12, falseAlarms, new int[] {2, 6}, 10, 1);
  }

  private static double figure(List<Figure> figures, String metric) {
    return figures.stream()
        .filter(f -> f.metric().equals(metric))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static EventTrial.Event event(String key, int first, int last) {
    return new EventTrial.Event(key, START.plusDays(first), START.plusDays(last));
  }

  private static CountHistory.Builder builder(int days) {
    var builder = new CountHistory.Builder(0, days * 24, ZoneOffset.UTC);
    for (int h = 0; h < days * 24; h++) {
      builder.observe(h);
    }
    return builder;
  }

  private static void see(CountHistory.Builder builder, int day, String key, int n) {
    for (int i = 0; i < n; i++) {
      builder.see(day * 24L + 10, List.of(key));
    }
  }
}
