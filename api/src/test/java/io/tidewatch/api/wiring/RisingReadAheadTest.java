package io.tidewatch.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.api.view.Json;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.TrendQueries;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The days of rising are read before somebody asks. */
class RisingReadAheadTest {
  private static final Instant T = Instant.parse("2025-06-07T04:00:00Z");

  @TempDir
  private Path dir;

  private Service service() {
    return Service.open(
        Settings.read(
                null, dir, Map.of("TIDEWATCH_DATA_DIR", dir.resolve("data").toString()))
            .withAddress("127.0.0.1", 0),
        DataDirectory.own(dir.resolve("data")).orElseThrow(),
        InstantSource.fixed(T),
        new Json());
  }

  /** The real answers, with what was asked put into {@code asked}. */
  private static TrendQueries heard(TrendQueries real, BlockingQueue<RisingQuery> asked) {
    return (TrendQueries) Proxy.newProxyInstance(
        TrendQueries.class.getClassLoader(),
        new Class<?>[] {TrendQueries.class},
        (proxy, method, arguments) -> {
          try {
            Object answer = method.invoke(real, arguments);
            if (method.getName().equals("rising")) {
              asked.add((RisingQuery) arguments[0]);
            }
            return answer;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  @Test
  void server_afterThePause_asksWhatTheDashboardAsksAgainAndAgain() throws Exception {
    try (Service service = service()) {
      var post = new Post(
          new Envelope("weibo", null, T, 1, null),
          "p1",
          "u",
          T.minusSeconds(60),
          "瑞幸",
          null,
          null,
          null,
          null,
          null,
          null,
          List.of());
      service
          .documents()
          .accept(List.of(new AnnotatedDocument(
              post, service.language().annotator().annotate("瑞幸", Hints.NONE))));
      BlockingQueue<RisingQuery> asked = new LinkedBlockingQueue<>();
      var readAhead = new RisingReadAhead(
          () -> heard(service.trends(), asked), service.settings().zone());
      try (Server server = Server.start(service, Duration.ofMillis(5), readAhead)) {
        assertThat(server.port()).isPositive();
        for (int round = 0; round < 2; round++) {
          for (KeyKind kind : List.of(KeyKind.BRAND, KeyKind.PRODUCT, KeyKind.TERM)) {
            assertThat(asked.poll(60, TimeUnit.SECONDS))
                .as("round %s", round)
                .isEqualTo(new RisingQuery(
                    kind, Duration.ofDays(1), null, 1, service.settings().zone()));
          }
        }
      }
      asked.clear();
      assertThat(asked.poll(100, TimeUnit.MILLISECONDS)).as("closed").isNull();
    }
  }

  @Test
  void server_whoseReadAheadFails_triesAgain() throws Exception {
    try (Service service = service()) {
      var tries = new LinkedBlockingQueue<String>();
      try (Server server = Server.start(service, Duration.ofMillis(5), () -> {
        tries.add("again");
        throw new IllegalStateException("the index is away");
      })) {
        assertThat(server.port()).isPositive();
        assertThat(tries.poll(60, TimeUnit.SECONDS)).isNotNull();
        assertThat(tries.poll(60, TimeUnit.SECONDS)).isNotNull();
      }
    }
  }

  @Test
  void run_overAnEmptyIndex_isHarmless_andUsesTheServicesOwnTrends() {
    Service service = service();
    Runnable readAhead = service.risingReadAhead();
    readAhead.run();
    assertThat(service.trends().count()).isZero();
    service.close();
    assertThatThrownBy(readAhead::run)
        .as("it reads the index")
        .isInstanceOf(RuntimeException.class);
  }
}
