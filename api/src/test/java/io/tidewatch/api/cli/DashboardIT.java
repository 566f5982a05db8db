package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.tidewatch.api.view.Json;
import io.tidewatch.api.wiring.DataDirectory;
import io.tidewatch.api.wiring.Server;
import io.tidewatch.api.wiring.Service;
import io.tidewatch.api.wiring.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, against the started server. */
class DashboardIT {
  @TempDir
  private static Path dir;

  private static Service service;
  private static Server server;

  @BeforeAll
  static void start() throws IOException {
    Path data = dir.resolve("data");
    CliRun ingest = CliRun.of(
        data,
        "ingest",
        "--json",
        SmallWorld.posts(dir).toString(),
        SmallWorld.behavior(dir).toString(),
        snacks().toString());
    assertThat(ingest.code()).as(ingest.err()).isZero();
    Settings settings = Settings.read(null, dir, Map.of("TIDEWATCH_DATA_DIR", data.toString()))
        .withAddress("127.0.0.1", 0);
    service = Service.open(
        settings, DataDirectory.own(data).orElseThrow(), InstantSource.system(), new Json());
    server = Server.start(service);
  }

  /** What 瑞幸's buyers do beyond coffee, and 300 people who do something else. */
  private static Path snacks() throws IOException {
    var lines = new StringBuilder();
    for (int u = 0; u < 240; u++) {
      lines.append(click("k" + u, "u" + u, u % 4 == 0 ? 1 : 0));
    }
    for (int u = 0; u < 300; u++) {
      lines.append(click("x" + u, "other" + u, 1));
    }
    return Files.writeString(dir.resolve("snacks.jsonl"), lines);
  }

  private static String click(String id, String user, int product) {
    return "{\"type\":\"click\",\"id\":\"%s\",\"userId\":\"%s\",\"at\":\"%s\",\"productId\":\"%s\"}%n"
        .formatted(
            id,
            user,
            SmallWorld.END.minusSeconds(86_400),
            List.of("genki-forest.sparkling", "huawei.mate-60").get(product));
  }

  @AfterAll
  static void stop() {
    server.close();
    service.close();
  }

  @Test
  void page_inChinese_showsRisingBrandsKeywordsAndSources() throws Exception {
    String dom = dump("/");

    assertThat(dom).contains("data-testid=\"rising-row\"").contains("瑞幸");
    assertThat(dom).contains("data-testid=\"source-row\"").contains("weibo");
    assertThat(dom).contains("data-testid=\"lang-switch\"").contains("观潮");
  }

  @Test
  void page_inEnglish_isEnglish() throws Exception {
    String dom = dump("/?lang=en");

    assertThat(dom).contains("<html lang=\"en\"").contains("data-testid=\"rising-row\"");
  }

  @Test
  void peoplePage_inChinese_fillsEveryPanel() throws Exception {
    String dom = dump("/audience.html?brand=luckin");

    assertThat(count(dom, "data-testid=\"state-row\"")).as("O, A, I, P, L").isEqualTo(5);
    assertThat(count(dom, "data-testid=\"deepening\"")).isEqualTo(4);
    assertThat(count(dom, "data-testid=\"direction-row\"")).isEqualTo(6);
    assertThat(dom)
        .contains("data-testid=\"moves\"")
        .contains("data-testid=\"overlaps\"")
        .contains("data-testid=\"tgi-row\"")
        .contains("基准人群")
        .contains("规模与预期")
        .contains("--brand luckin")
        .doesNotContain("data-testid=\"loading\"")
        .doesNotContain("data-testid=\"error\"");
    assertThat(dom)
        .as("sizes, or in words why not")
        .containsPattern("data-testid=\"(size-row|empty)\"");
  }

  @Test
  void peoplePage_inEnglish_isEnglishAsOfATime() throws Exception {
    String dom = dump("/audience.html?brand=luckin&lang=en&asOf=2025-06-08T00:00");

    assertThat(dom)
        .contains("<html lang=\"en\"")
        .contains("data-testid=\"state-row\"")
        .contains("08/06/2025")
        .contains("--as-of 2025-06-08T00:00:00+08:00")
        .doesNotContain("data-testid=\"error\"");
  }

  @Test
  void peoplePage_withoutABrand_asksForOne() throws Exception {
    String dom = dump("/audience.html");

    assertThat(count(dom, "data-testid=\"empty\"")).as("four panels").isEqualTo(4);
    assertThat(dom).doesNotContain("data-testid=\"error\"");
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  /** The page's DOM after its scripts ran; fails on a console error. */
  private static String dump(String path) throws IOException, InterruptedException {
    String browser = browser();
    Path log = dir.resolve("browser.log");
    Process process = new ProcessBuilder(List.of(
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--enable-logging=stderr",
            "--v=0",
            "--user-data-dir=" + Files.createTempDirectory(dir, "profile"),
            "--virtual-time-budget=15000",
            "--dump-dom",
            "http://127.0.0.1:" + server.port() + path))
        .redirectError(log.toFile())
        .start();
    String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("browser ends").isTrue();
    assertThat(Files.readAllLines(log, StandardCharsets.UTF_8).stream()
            .filter(line -> line.contains("CONSOLE"))
            .filter(line -> line.contains("rror")))
        .as("console errors")
        .isEmpty();
    return dom;
  }

  private static String browser() {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String name : List.of("chromium", "google-chrome", "chromium-browser")) {
      var found = Arrays.stream(path.split(File.pathSeparator, -1))
          .map(folder -> Path.of(folder, name))
          .filter(Files::isExecutable)
          .findFirst();
      if (found.isPresent()) {
        return found.get().toString();
      }
    }
    return abort("skipped: no Chromium on PATH for the page tests");
  }
}
