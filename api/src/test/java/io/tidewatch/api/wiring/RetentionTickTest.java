package io.tidewatch.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.api.view.Json;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's tick lets documents go as days pass. */
class RetentionTickTest {
  @TempDir
  private Path dir;

  private Instant now = Instant.parse("2025-06-10T12:00:00Z");

  @Test
  void tend_asDaysPass_dropsWhatTheLimitDoesNotHold() throws IOException {
    Path file = Files.writeString(
        dir.resolve("t.yaml"), "retention: {days: 2, sources: {hot: keep}}\ndeepLane: false\n");
    Settings settings = Settings.read(file, dir, Map.of()).withDataDir(dir.resolve("data"));
    try (Service service = Service.open(
        settings, DataDirectory.own(settings.dataDir()).orElseThrow(), () -> now, new Json())) {
      for (int day = 5; day <= 10; day++) {
        store(service, "weibo", day);
        store(service, "hot", day);
      }
      service.documents().commit();
      assertThat(service.trends().count()).isEqualTo(12);

      service.tend(100, 0);
      assertThat(service.trends().count()).as("5, 6 and 7 of weibo are gone").isEqualTo(9);

      now = now.plus(Duration.ofHours(1));
      service.tend(100, 0);
      assertThat(service.trends().count()).isEqualTo(9);

      now = now.plus(Duration.ofDays(1));
      service.tend(100, 0);
      assertThat(service.trends().count()).isEqualTo(8);
      assertThat(service.retention().limits())
          .singleElement()
          .satisfies(limit -> assertThat(limit.sealedBefore()).isEqualTo("2025-06-09"));
    }
  }

  private static void store(Service service, String source, int day) {
    Instant at = Instant.parse("2025-06-%02dT04:00:00Z".formatted(day));
    var post = new Post(
        new Envelope(source, null, at, day, null),
        source + day,
        "u",
        at,
        "瑞幸",
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
    var annotation = service.language().annotator().annotate("瑞幸", Hints.NONE);
    service.documents().accept(List.of(new AnnotatedDocument(post, annotation)));
  }
}
