package io.tidewatch.api.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.api.question.NotFoundException;
import io.tidewatch.model.rule.Alert;
import io.tidewatch.model.rule.Condition;
import io.tidewatch.model.rule.Firing;
import io.tidewatch.model.rule.Rule;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.state.StateDatabase;
import io.tidewatch.state.StateLocation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Episodes, the back-test, and that the service does live what the back-test said. */
@NullUnmarked
class BackTestTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant START = Instant.parse("2025-05-31T16:00:00Z");

  @TempDir
  Path directory;

  private final FakeTalk talk = new FakeTalk();
  private StateDatabase state;
  private RuleDesk desk;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @BeforeEach
  void open() {
    talk.oldest = START;
    talk.newest = hour(240).plusSeconds(1800);
    state = StateDatabase.open(StateLocation.file(directory));
    desk = new RuleDesk(
        () -> talk,
        state.rules(),
        state.alerts(),
        name -> {
          if (!name.equals("marketing")) {
            throw new IllegalArgumentException("webhook: unknown " + name);
          }
          return Webhook.of(name, "http://127.0.0.1:1/", "secret", false);
        },
        Duration.ofSeconds(1),
        () -> now,
        URI.create("http://127.0.0.1:8787"),
        ZONE);
  }

  @AfterEach
  void close() {
    desk.close();
    state.close();
  }

  @Test
  void run_aBurst_isOneAlertUntilTheKeyWasSilentForAWindow() {
    marks("a", 50, 51, 52, 60, 61, 62);
    // The window of 6 hours holds 2 marks as of 52 to 57 and of 62 to 67: the gap is under a
    // window.
    assertThat(fired(rising(2, 6))).containsExactly(hour(52));
    marks("b", 100, 101, 120, 121);
    assertThat(fired(rising(2, 6))).containsExactly(hour(52), hour(102), hour(122));
  }

  @Test
  void run_growthCountAndSentiment_fireAtTheirBounds() {
    marks("a", 50, 51, 52);
    talk.marks.add(new FakeTalk.Mark("a", hour(52), 9));
    talk.marks.remove(2);

    assertThat(fired(rule(new Condition.Growth(KeyKind.TERM, List.of(), 1.5), 6)))
        .containsExactly(hour(53));
    assertThat(fired(rule(new Condition.Count("a", 27), 6))).containsExactly(hour(53));
    assertThat(fired(rule(new Condition.Count("a", 28), 6))).isEmpty();
    assertThat(fired(rule(new Condition.Negative("a", 0.3, 30), 6))).containsExactly(hour(53));
    assertThat(fired(rule(new Condition.Negative("a", 0.31, 30), 6)))
        .as("9 of 20 and of 10, once the others have left, are too few documents")
        .isEmpty();
    assertThat(fired(rule(new Condition.Negative("a", 0.3, 31), 6))).isEmpty();
  }

  @Test
  void run_levelAndClimb_tellOnceWhenTheyAreSure() {
    talk.newest = hour(24 * 120);
    talk.marks.add(new FakeTalk.Mark("a", hour(24 * 60), 3));
    talk.marks.add(new FakeTalk.Mark("b", hour(24 * 62), 2));
    talk.marks.add(new FakeTalk.Mark("climb", hour(24 * 64), 3));

    assertThat(fired(daily(new Condition.Level(KeyKind.TERM, List.of(), 3))))
        .as("a week after the mark, told once while the level stands")
        .containsExactly(hour(24 * 67));
    assertThat(fired(daily(new Condition.Level(KeyKind.TERM, List.of(), 2))))
        .containsExactly(hour(24 * 67), hour(24 * 69));
    assertThat(fired(daily(new Condition.Level(KeyKind.TERM, List.of("B"), 2))))
        .containsExactly(hour(24 * 69));
    assertThat(fired(daily(new Condition.Climb(KeyKind.TERM, List.of(), 3))))
        .containsExactly(hour(24 * 71));
    assertThat(fired(daily(new Condition.Climb(KeyKind.TERM, List.of(), 3.1)))).isEmpty();
  }

  @Test
  void run_levelOverLessThanItReads_saysThatNothingWasTested() {
    BackTest.Result result = new BackTest(talk, ZONE)
        .run(daily(new Condition.Level(KeyKind.TERM, List.of(), 2)), talk.newest);

    assertThat(result.evaluations()).isZero();
    assertThat(result.note()).contains("nothing could be tested");
  }

  @Test
  void rule_levelByTheHour_isRefused() {
    assertThatThrownBy(() -> rule(new Condition.Level(KeyKind.TERM, List.of(), 2), 24))
        .hasMessage("every: whole days are required by detector level, got PT1H");
    assertThatThrownBy(() -> new Condition.Climb(KeyKind.TERM, List.of(), 1))
        .hasMessage("threshold: a factor above 1 is required, got 1.0");
  }

  @Test
  void message_ofALevel_saysWhatWasLookedAt() {
    Rule rule = daily(new Condition.Level(KeyKind.BRAND, List.of(), 2));
    Alert alert = Alert.found(
        rule, START, now, List.of(new Firing("luckin", "瑞幸", 2.54, 96, null, List.of())));

    assertThat(AlertMessage.of(alert, rule, URI.create("https://tide.example/"), ZONE)
            .text())
        .contains("过去 56 天", "站上新水平，为此前的 2.5 倍（阈值 2.0），共 96 次", "kind=brand&open=luckin");
  }

  @Test
  void run_keysThatAreNamed_areTheOnlyOnes() {
    marks("a", 50, 51);
    marks("b", 60, 61);

    assertThat(fired(rule(new Condition.Rising(KeyKind.TERM, List.of("B"), 2), 6)))
        .containsExactly(hour(62));
  }

  @Test
  void run_moreKeysThanTheFirstRows_findsEachOfThem() {
    for (int key = 0; key < 150; key++) {
      marks("key" + key, 50, 51);
    }
    BackTest.Result result = new BackTest(talk, ZONE).run(rising(2, 6), talk.newest);

    assertThat(result.fired()).hasSize(1);
    assertThat(result.fired().getFirst().firings()).hasSize(150);
  }

  @Test
  void run_eachStep_readsNothingAfterItself() {
    var random = new Random(7);
    for (int i = 0; i < 200; i++) {
      talk.marks.add(new FakeTalk.Mark("k" + random.nextInt(5), hour(random.nextInt(240)), 3));
    }
    Rule rule = rising(3, 12);
    List<BackTest.Fired> whole = new BackTest(talk, ZONE).run(rule, talk.newest).fired();
    assertThat(whole).hasSizeGreaterThan(5);
    for (int end = 30; end < 240; end += 17) {
      Instant cut = hour(end);
      talk.readTo = Instant.MIN;
      List<BackTest.Fired> past = new BackTest(talk, ZONE).run(rule, cut).fired();
      assertThat(talk.readTo).isEqualTo(cut);
      assertThat(past)
          .isEqualTo(whole.stream().filter(f -> !f.asOf().isAfter(cut)).toList());
    }
  }

  @Test
  void run_ofTenDays_saysThatTheyAreFewerAndCountsThem() {
    marks("a", 50, 51, 100, 101, 110, 111);
    BackTest.Result result = new BackTest(talk, ZONE).run(rising(2, 3), talk.newest);

    assertThat(result.from()).isEqualTo(hour(3));
    assertThat(result.to()).isEqualTo(hour(240));
    assertThat(result.evaluations()).isEqualTo(238);
    assertThat(result.days()).isEqualTo(237 / 24.0);
    assertThat(result.alerts()).isEqualTo(3);
    assertThat(result.perDay()).isEqualTo(3 * 24 / 237.0);
    assertThat(result.busiest()).isEqualTo(new BackTest.Busiest(LocalDate.of(2025, 6, 5), 2));
    assertThat(result.note()).contains("9.9 of 56 days");
  }

  @Test
  void run_ofAYear_goesBackEightWeeksAndNoFurther() {
    talk.oldest = START.minus(Duration.ofDays(365));
    BackTest.Result result = new BackTest(talk, ZONE).run(rising(2, 3), talk.newest);

    assertThat(result.days()).isEqualTo(56);
    assertThat(result.evaluations()).isEqualTo(56 * 24 + 1);
    assertThat(result.note()).isNull();
  }

  @Test
  void run_onAnEmptyStore_claimsNothing() {
    talk.newest = Instant.MIN;
    BackTest.Result result = new BackTest(talk, ZONE).run(rising(2, 3), now);

    assertThat(result.evaluations()).isZero();
    assertThat(result.alerts()).isZero();
    assertThat(result.note()).contains("nothing could be tested");
  }

  @Test
  void live_hourByHourWithRepeats_tellsExactlyWhatTheBackTestSaid() {
    var random = new Random(11);
    for (int i = 0; i < 300; i++) {
      talk.marks.add(new FakeTalk.Mark("k" + random.nextInt(8), hour(random.nextInt(240)), 3));
    }
    Rule rule = rising(4, 12);
    List<BackTest.Fired> expected =
        new BackTest(talk, ZONE).run(rule, talk.newest).fired();
    assertThat(expected).hasSizeGreaterThan(5);
    state.rules().save(rule);
    for (int h = 12; h <= 240; h++) {
      talk.newest = hour(h).plusSeconds(random.nextInt(3600));
      desk.run();
      desk.run();
      if (h % 50 == 0) {
        close();
        FakeTalk same = talk;
        Instant newest = same.newest;
        open();
        talk.newest = newest;
      }
    }
    var told = new ArrayList<BackTest.Fired>();
    for (Alert alert : state.alerts().list("rule", 1000).reversed()) {
      told.add(new BackTest.Fired(alert.asOf(), alert.firings()));
    }
    assertThat(told).isEqualTo(expected);
  }

  @Test
  void live_documentsOfTheFuture_doNotMoveTheClock() {
    state.rules().save(rising(2, 6));
    marks("a", 50, 51);
    now = hour(52).plusSeconds(60);

    desk.run();

    assertThat(state.alerts().evaluatedTo("rule")).contains(hour(52));
    assertThat(desk.status().undelivered()).isEqualTo(1);
    assertThat(desk.status().lastError()).startsWith("no connection");
  }

  @Test
  void add_aRuleThatFiresTooOften_isRefusedUnlessAnyway() {
    for (int h = 10; h < 240; h += 2) {
      marks("a" + h, h, h + 1);
    }
    Rule rule = rising(2, 3);

    assertThatThrownBy(() -> desk.add(rule, 4, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 4 alerts a day are required")
        .hasMessageContaining("12 times on 2025-06-0");
    assertThat(desk.list()).isEmpty();
    RuleDesk.Added added = desk.add(rule, 4, true);
    assertThat(added.rule().id()).isEqualTo("rule");
    assertThat(((BackTest.Result) added.backTest()).alerts()).isGreaterThan(100);
    assertThatThrownBy(() -> desk.add(rule, 4, true)).hasMessageContaining("id: one that no rule");
  }

  @Test
  void add_anUnknownReceiver_isRefused() {
    Rule rule = rising(2, 3);
    Rule other =
        new Rule("x", "x", rule.condition(), rule.window(), rule.every(), "nobody", null, START);

    assertThatThrownBy(() -> desk.add(other, 4, false)).hasMessageContaining("unknown nobody");
    assertThat(desk.list()).isEmpty();
    assertThatThrownBy(() -> desk.remove("x")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> desk.mute("x", null)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void periods_ofADay_endAtLocalMidnight() {
    var days = new Periods(ZONE, Duration.ofHours(24));

    assertThat(days.floor(Instant.parse("2025-06-01T15:59:59Z"))).isEqualTo(START);
    assertThat(days.ceiling(START)).isEqualTo(START);
    assertThat(days.next(START)).isEqualTo(hour(24));
    var berlin = new Periods(ZoneId.of("Europe/Berlin"), Duration.ofHours(24));
    assertThat(berlin.next(Instant.parse("2025-03-29T23:00:00Z")))
        .as("a day of 23 hours")
        .isEqualTo(Instant.parse("2025-03-30T22:00:00Z"));
  }

  @Test
  void message_ofAnAlert_isOneTextWithLinksAndWithoutMarksOfOthers() {
    Rule rule = new Rule(
        "r1",
        "瑞幸 [升温](http://evil)",
        new Condition.Rising(KeyKind.BRAND, List.of(), 4),
        Duration.ofHours(24),
        Duration.ofHours(1),
        "marketing",
        null,
        START);
    Alert alert = Alert.found(
        rule,
        START,
        now,
        List.of(new Firing("luckin", "瑞幸\n# x", 8.25, 96, 4.13, List.of("weibo/p 1", "weibo/2"))));

    AlertMessage message = AlertMessage.of(alert, rule, URI.create("https://tide.example/"), ZONE);

    assertThat(message.id()).isEqualTo("r1@2025-05-31T16:00:00Z");
    assertThat(message.title()).isEqualTo("观潮预警：瑞幸 ［升温］（http://evil）");
    assertThat(message.text()).isEqualTo("""
        ### 观潮预警：瑞幸 ［升温］（http://evil）

        截至 2025-06-01 00:00，过去 1 天：

        - **瑞幸 ＃ x** 上升分 8.3（阈值 4.0），96 次，预期 4.1
          [看板](https://tide.example/?asOf=2025-06-01T00%3A00&kind=brand&open=luckin)\
         [原文1](https://tide.example/api/v1/document?key=weibo%2Fp+1)\
         [原文2](https://tide.example/api/v1/document?key=weibo%2F2)

        编号 r1＠2025-05-31T16:00:00Z""");
  }

  private List<Instant> fired(Rule rule) {
    return new BackTest(talk, ZONE)
        .run(rule, talk.newest).fired().stream().map(BackTest.Fired::asOf).toList();
  }

  private void marks(String key, int... hours) {
    for (int h : hours) {
      talk.marks.add(new FakeTalk.Mark(key, hour(h), 0));
    }
  }

  private static Rule rising(double threshold, int window) {
    return rule(new Condition.Rising(KeyKind.TERM, List.of(), threshold), window);
  }

  private static Rule rule(Condition condition, int window) {
    return new Rule(
        "rule",
        "rule",
        condition,
        Duration.ofHours(window),
        Duration.ofHours(1),
        "marketing",
        null,
        START);
  }

  private static Rule daily(Condition condition) {
    return new Rule(
        "rule",
        "rule",
        condition,
        Duration.ofDays(7),
        Duration.ofDays(1),
        "marketing",
        null,
        START);
  }

  private static Instant hour(int n) {
    return START.plus(Duration.ofHours(n));
  }
}
