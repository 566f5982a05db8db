package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills an ingest at random points; running it again must end where one clean run ends. */
class CrashIT {
  private static final int KILLS = 20;

  @TempDir
  private Path dir;

  @Test
  void ingest_killedAtRandomPointsAndRunAgain_endsAsOneCleanRun() throws Exception {
    Path posts = SmallWorld.posts(dir);
    Path behavior = SmallWorld.behavior(dir);
    Path clean = dir.resolve("clean");
    Path killed = dir.resolve("killed");
    long began = System.nanoTime();
    assertThat(run(clean, posts, behavior, 0)).isZero();
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_251_111L);
    int cutShort = 0;
    for (int i = 0; i < KILLS; i++) {
      // From the start of the work, not of the JVM, to just before its end.
      long after = whole / 4 + random.nextLong(Math.max(1, whole * 3 / 4));
      cutShort += run(killed, posts, behavior, after) == 0 ? 0 : 1;
    }
    assertThat(run(killed, posts, behavior, 0)).isZero();

    assertThat(cutShort).as("ingests that were really killed").isPositive();
    assertThat(answers(killed)).isEqualTo(answers(clean));
    JsonNode again = CliRun.of(killed, "ingest", "--json", posts.toString(), behavior.toString())
        .last();
    assertThat(again.path("accepted").asLong()).isZero();
    assertThat(again.path("duplicate").asLong())
        .isEqualTo(again.path("received").asLong());
  }

  /** Every answer that depends on what is stored. */
  private static List<String> answers(Path dataDir) {
    var answers = new ArrayList<String>();
    for (String[] question : List.of(
        new String[] {"trends", "rising", "--kind", "brand", "--json"},
        new String[] {"trends", "rising", "--kind", "term", "--json"},
        new String[] {"trends", "series", "--query", "brand:瑞幸", "--interval", "1h", "--json"},
        new String[] {"trends", "share", "--of", "瑞幸,海底捞", "--json"},
        new String[] {"search", "text:瑞幸 OR text:海底捞", "--top", "10000", "--json"},
        new String[] {"keywords", "recommend", "--brand", "瑞幸", "--json"},
        new String[] {"audience", "features", "--brand", "瑞幸", "--json"})) {
      CliRun run = CliRun.of(dataDir, question);
      assertThat(run.code()).as(run.err()).isZero();
      answers.add(run.out());
    }
    return answers;
  }

  /** Runs an ingest in a process of its own; kills it after {@code millis} unless 0. */
  private static int run(Path dataDir, Path posts, Path behavior, long millis)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(dataDir.getParent(), "ingest", ".log");
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx700m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            Tidewatch.class.getName(),
            "ingest",
            "--json",
            "--data-dir",
            dataDir.toString(),
            posts.toString(),
            behavior.toString())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    if (millis > 0 && !process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(120, TimeUnit.SECONDS))
        .as("ends: " + Files.readString(log))
        .isTrue();
    int code = process.exitValue();
    if (millis == 0) {
      assertThat(code).as(Files.readString(log)).isZero();
    }
    return code;
  }
}
