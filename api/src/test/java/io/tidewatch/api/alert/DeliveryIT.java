package io.tidewatch.api.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.rule.Alert;
import io.tidewatch.model.rule.Condition;
import io.tidewatch.model.rule.Firing;
import io.tidewatch.model.rule.Rule;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.state.StateDatabase;
import io.tidewatch.state.StateLocation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts on their way to a real peer on loopback that fails in every way. */
@NullUnmarked
class DeliveryIT {
  private static final String SECRET = "SEC-geheim";
  private static final Instant T = Instant.parse("2025-06-10T16:00:00Z");
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  @TempDir
  Path directory;

  private Robot robot;
  private StateDatabase state;
  private Delivery delivery;
  private Instant now = T.plusSeconds(60);
  private final InstantSource clock = () -> now;

  @BeforeEach
  void open() throws IOException {
    robot = new Robot(SECRET);
    start();
  }

  @AfterEach
  void close() {
    stop();
    robot.close();
  }

  private void start() {
    state = StateDatabase.open(StateLocation.file(directory));
    delivery = new Delivery(
        state.rules(),
        state.alerts(),
        name -> robot.webhook(),
        TIMEOUT,
        clock,
        URI.create("http://tide.example:8787"),
        ZoneId.of("Asia/Shanghai"));
  }

  private void stop() {
    delivery.close();
    state.close();
  }

  @Test
  void run_peerThatFailsTwiceTimesOutAndRefuses_isSentAgainUntilTaken() {
    found("a", T);
    robot.then(
        Robot.Misbehaviour.FAILS,
        Robot.Misbehaviour.FAILS,
        Robot.Misbehaviour.HANGS,
        Robot.Misbehaviour.REFUSES);

    assertThat(delivery.run()).isZero();
    assertThat(alert().lastError()).isEqualTo("status 500");
    assertThat(delivery.run()).as("before its pause is over").isZero();
    assertThat(robot.received).hasSize(1);
    later(5);
    assertThat(delivery.run()).isZero();
    later(10);
    assertThat(delivery.run()).isZero();
    assertThat(alert().lastError()).isEqualTo("no answer within 3000 ms");
    later(20);
    assertThat(delivery.run()).isZero();
    assertThat(alert().lastError()).isEqualTo("errcode 310000: keywords not in content");
    later(39);
    assertThat(delivery.run()).as("the pause has doubled").isZero();
    assertThat(robot.received).hasSize(4);
    later(1);
    assertThat(delivery.run()).isEqualTo(1);

    assertThat(robot.received)
        .extracting(Robot.Message::id)
        .containsOnly("a@" + T)
        .hasSize(5);
    assertThat(alert().state()).isEqualTo(Alert.State.DELIVERED);
    assertThat(alert().attempts()).isEqualTo(5);
    assertThat(state.alerts().backlog().pending()).isZero();
    later(3600);
    assertThat(delivery.run()).isZero();
    assertThat(robot.received).hasSize(5);
  }

  @Test
  void run_aMessage_isSignedAndKeepsTheTokenOfTheAddress() {
    found("a", T);

    assertThat(delivery.run()).as("the peer checks the signature").isEqualTo(1);

    Robot.Message message = robot.received.getFirst();
    assertThat(message.token()).isEqualTo("token/1");
    assertThat(message.timestamp()).isEqualTo(now.toEpochMilli());
    assertThat(message.body().path("msgtype").asText()).isEqualTo("markdown");
    assertThat(message.body().path("markdown").path("title").asText()).startsWith("观潮预警");
    assertThat(message.body().path("markdown").path("text").asText()).contains("a＠" + T);
  }

  @Test
  void run_withAnotherSecret_isRefusedAndShowsNoSecret() throws IOException {
    robot.close();
    robot = new Robot("another");
    delivery.close();
    Webhook wrong = Webhook.of("marketing", robot.url(), SECRET, false);
    delivery = new Delivery(
        state.rules(),
        state.alerts(),
        name -> wrong,
        TIMEOUT,
        clock,
        URI.create("http://tide.example:8787"),
        ZoneId.of("Asia/Shanghai"));
    found("a", T);

    assertThat(delivery.run()).isZero();

    assertThat(alert().lastError())
        .isEqualTo("errcode 310000: sign not match")
        .doesNotContain(SECRET);
    assertThat(wrong.toString()).doesNotContain(SECRET).doesNotContain("token");
  }

  @Test
  void run_peerThatRestarts_takesTheAlertOnceItIsBack() throws IOException {
    found("a", T);
    int port = robot.port();
    robot.close();

    assertThat(delivery.run()).isZero();
    assertThat(alert().lastError()).startsWith("no connection").doesNotContain("token");
    robot = new Robot(SECRET, port);
    later(5);
    assertThat(delivery.run()).isEqualTo(1);
    assertThat(robot.received).hasSize(1);
  }

  @Test
  void run_afterARestartOfTheService_sendsWhatWasBegunOnceMoreUnderItsId() {
    found("a", T);
    // The process ends after the attempt was written down and before its end was.
    assertThat(state.alerts().claim("a@" + T, now, now.plus(Delivery.LEASE))).isTrue();
    stop();
    start();

    assertThat(delivery.run()).as("it may still be on its way").isZero();
    later(60);
    assertThat(delivery.run()).isEqualTo(1);
    later(60);
    assertThat(delivery.run()).isZero();
    assertThat(robot.received).extracting(Robot.Message::id).containsExactly("a@" + T);
    assertThat(state.alerts().list("a", 10)).hasSize(1);
  }

  @Test
  void run_manyAlerts_areNeverMoreThanTwentyInAMinuteAlsoOverRestarts() {
    for (int i = 0; i < 60; i++) {
      found("a", T.plusSeconds(3600L * i));
    }
    for (int second = 0; second < 240; second += 2) {
      delivery.run();
      later(2);
      if (second == 30) {
        stop();
        start();
      }
    }
    List<Long> times = robot.received.stream().map(Robot.Message::timestamp).toList();
    assertThat(times).hasSizeGreaterThan(50);
    for (int i = 0; i + 20 < times.size(); i++) {
      assertThat(times.get(i + 20) - times.get(i)).isGreaterThanOrEqualTo(60_000);
    }
    assertThat(new HashSet<>(robot.received.stream().map(Robot.Message::id).toList()))
        .hasSameSizeAs(robot.received);
  }

  @Test
  void run_receiverThatIsNotConfiguredAnyMore_waitsAndSaysSo() {
    found("a", T);
    delivery.close();
    delivery = new Delivery(
        state.rules(),
        state.alerts(),
        name -> {
          throw new IllegalArgumentException("webhook: unknown " + name);
        },
        TIMEOUT,
        clock,
        URI.create("http://tide.example:8787"),
        ZoneId.of("Asia/Shanghai"));

    assertThat(delivery.run()).isZero();

    assertThat(alert().state()).isEqualTo(Alert.State.PENDING);
    assertThat(alert().lastError()).contains("unknown marketing");
  }

  @Test
  void process_killedWhileThePeerHasTheMessage_sendsItOnceMoreUnderItsId() throws Exception {
    found("a", T);
    stop();
    robot.then(Robot.Misbehaviour.HANGS);
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx200m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SendOnce.class.getName(),
            directory.toString(),
            robot.url(),
            SECRET,
            now.toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("log").toFile())
        .start();
    try {
      assertThat(robot.silent.await(60, TimeUnit.SECONDS))
          .as("the peer was reached")
          .isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    start();
    later(60);

    assertThat(delivery.run()).isEqualTo(1);
    later(600);
    assertThat(delivery.run()).isZero();
    assertThat(robot.received).extracting(Robot.Message::id).containsExactly("a@" + T, "a@" + T);
    assertThat(found("a", T)).as("no new alert for the same rule and time").isFalse();
    assertThat(state.alerts().list("a", 10)).hasSize(1);
  }

  /** What the killed process runs. */
  static final class SendOnce {
    private SendOnce() {}

    public static void main(String[] arguments) {
      Instant at = Instant.parse(arguments[3]);
      Webhook webhook = Webhook.of("marketing", arguments[1], arguments[2], false);
      try (StateDatabase state = StateDatabase.open(StateLocation.file(Path.of(arguments[0])));
          Delivery delivery = new Delivery(
              state.rules(),
              state.alerts(),
              name -> webhook,
              Duration.ofSeconds(50),
              () -> at,
              URI.create("http://tide.example:8787"),
              ZoneId.of("Asia/Shanghai"))) {
        delivery.run();
      }
    }
  }

  @Test
  void webhook_plainHttpBeyondLoopback_isRefusedUnlessAllowed() {
    assertThatThrownBy(() -> Webhook.of("w", "http://example.com/x?token=t1", SECRET, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https is required beyond loopback")
        .hasMessageNotContaining("t1");
    assertThat(Webhook.of("w", "http://example.com/x", SECRET, true).name()).isEqualTo("w");
    assertThat(Webhook.of("w", "https://example.com/x", SECRET, false).name()).isEqualTo("w");
    assertThatThrownBy(() -> Webhook.of("w", "http://127.0.0.1.example.com/", SECRET, false))
        .hasMessageContaining("https is required");
  }

  /** The published way to sign, computed by OpenSSL for this secret and time. */
  @Test
  void signature_ofAKnownTime_isTheKnownOne() {
    assertThat(DingTalk.signature("1700000000000", "SECtest"))
        .isEqualTo("aZLLrriXgn05YbwaGR7knYsLeJADjr9NwLaNNKpxh4g=");
  }

  private boolean found(String ruleId, Instant asOf) {
    Rule rule = new Rule(
        ruleId,
        "瑞幸 [升温]",
        new Condition.Rising(KeyKind.BRAND, List.of(), 4),
        Duration.ofHours(24),
        Duration.ofHours(1),
        "marketing",
        null,
        T);
    if (state.rules().get(ruleId).isEmpty()) {
      state.rules().save(rule);
    }
    Firing firing = new Firing("luckin", "瑞幸", 8.25, 96, 4.1, List.of("weibo/p1"));
    return state
        .alerts()
        .record(ruleId, asOf, now, List.of(), Alert.found(rule, asOf, now, List.of(firing)));
  }

  private Alert alert() {
    return state.alerts().list("a", 1).getFirst();
  }

  private void later(int seconds) {
    now = now.plusSeconds(seconds);
  }
}
