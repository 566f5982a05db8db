package io.tidewatch.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A few days of posts, a list and some behaviour, as the files that a customer would have. */
final class SmallWorld {
  static final Instant END = Instant.parse("2025-06-10T16:00:00Z");
  static final int DAYS = 10;

  private SmallWorld() {}

  /** Posts of ten days; on the last one many authors talk of 瑞幸. Returns the file. */
  static Path posts(Path dir) throws IOException {
    var lines = new StringBuilder();
    int n = 0;
    for (int hour = 0; hour < DAYS * 24; hour++) {
      Instant at = END.minus(DAYS * 24L - hour, ChronoUnit.HOURS);
      int luckin = hour >= (DAYS - 1) * 24 ? 4 : hour % 12 == 0 ? 1 : 0;
      for (int i = 0; i < luckin; i++) {
        n++;
        lines.append(post(n, at.plusSeconds(i), "瑞幸的生椰拿铁真的很好喝，第" + n + "杯了"));
      }
      n++;
      lines.append(post(n, at.plusSeconds(60), "海底捞排队太久了，服务还是不错 " + n));
      n++;
      lines.append(post(n, at.plusSeconds(90), "今天天气不错，出门走走 " + n));
    }
    return Files.writeString(dir.resolve("posts.jsonl"), lines);
  }

  static int postCount() {
    return DAYS * 24 * 2 + 24 * 4 + (DAYS - 1) * 2;
  }

  private static String post(int n, Instant at, String text) {
    return "{\"type\":\"post\",\"id\":\"p%d\",\"source\":\"weibo\",\"authorId\":\"u%d\",\"publishedAt\":\"%s\",\"text\":\"%s\",\"likes\":%d}%n"
        .formatted(n, n, at, text, n % 50);
  }

  /** Searches and orders of thirty days over two coffee brands. Returns the file. */
  static Path behavior(Path dir) throws IOException {
    var lines = new StringBuilder();
    for (int u = 0; u < 240; u++) {
      Instant at = END.minus(u % 20 + 1, ChronoUnit.DAYS).plusSeconds(u);
      boolean luckin = u % 4 != 0;
      String product = luckin ? "luckin.coconut-latte" : "starbucks.flat-white";
      lines.append(
          "{\"type\":\"search\",\"id\":\"s%d\",\"userId\":\"u%d\",\"at\":\"%s\",\"query\":\"生椰拿铁\",\"queryId\":\"q%d\",\"results\":[\"%s\"]}%n"
              .formatted(u, u, at, u, product));
      lines.append(
          "{\"type\":\"click\",\"id\":\"c%d\",\"userId\":\"u%d\",\"at\":\"%s\",\"productId\":\"%s\",\"queryId\":\"q%d\"}%n"
              .formatted(u, u, at.plusSeconds(5), product, u));
      if (luckin) {
        lines.append(
            "{\"type\":\"view\",\"id\":\"v%d\",\"userId\":\"u%d\",\"at\":\"%s\",\"productId\":\"starbucks.frappuccino\"}%n"
                .formatted(u, u, at.plusSeconds(30)));
      }
      if (u % 3 != 0) {
        lines.append(
            "{\"type\":\"order\",\"id\":\"o%d\",\"userId\":\"u%d\",\"at\":\"%s\",\"productId\":\"%s\",\"quantity\":1,\"amount\":19.9,\"currency\":\"CNY\",\"queryId\":\"q%d\"}%n"
                .formatted(u, u, at.plusSeconds(60), product, u));
      }
    }
    return Files.writeString(dir.resolve("behavior.jsonl"), lines);
  }
}
