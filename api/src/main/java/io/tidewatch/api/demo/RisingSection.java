package io.tidewatch.api.demo;

import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.RisingRow;
import io.tidewatch.model.trend.TrendQueries;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What is rising, with one quotation a brand, and how many planted trends were found. */
final class RisingSection {
  private static final int SHOWN = 8;

  private final List<RisingRow> rows;
  private final TrendQueries trends;

  RisingSection(TrendQueries trends, Instant asOf, ZoneId zone) {
    this.trends = trends;
    this.rows =
        trends.rising(new RisingQuery(KeyKind.BRAND, Duration.ofHours(24), asOf, SHOWN, zone));
  }

  List<RisingRow> rows() {
    return rows;
  }

  void print(Wording wording, List<String> planted, PrintStream out) {
    out.println(wording.say("rising"));
    int rank = 0;
    for (RisingRow row : rows) {
      out.println(wording.say(
          "rising.row",
          ++rank,
          row.name(),
          row.count(),
          wording.name("unit", row.unit()),
          row.expected(),
          row.score(),
          row.growth().mid(),
          row.growth().low(),
          row.growth().high(),
          wording.name("stage", row.stage())));
      row.evidence().stream()
          .findFirst()
          .flatMap(id -> trends.document(DocumentKey.parse(id)))
          .ifPresent(document -> out.println(wording.say(
              "rising.evidence",
              Quotation.of(document.record().text()),
              document.record().key())));
    }
    long found = planted.stream()
        .filter(brand -> rows.stream().anyMatch(row -> row.key().equals(brand)))
        .count();
    out.println(wording.say("rising.truth", planted.size(), found));
  }
}
