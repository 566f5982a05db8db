package io.tidewatch.api.demo;

import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.answer.Expansion;
import io.tidewatch.audience.answer.FeatureRow;
import io.tidewatch.audience.answer.Reason;
import io.tidewatch.audience.query.Target;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Whom to reach for one brand, and by which interests. */
final class AudienceSection {
  private static final int FEATURES = 5;
  private static final int USERS = 5;

  private final AudienceDesk desk;
  private final Instant asOf;

  AudienceSection(AudienceDesk desk, Instant asOf) {
    this.desk = desk;
    this.asOf = asOf;
  }

  void print(Wording wording, String brandId, PrintStream out) {
    try {
      Expansion expansion =
          desk.expand(new Target.OfBrand(brandId), asOf, USERS, List.of(), wording.locale());
      if (expansion.features().isEmpty()) {
        out.println(wording.say("audience.none"));
      }
      expansion.features().stream().limit(FEATURES).forEach(f -> feature(wording, f, out));
      expansion
          .rows()
          .forEach(row -> out.println(wording.say(
              "audience.row",
              row.userId(),
              row.score(),
              row.reasons().stream().limit(2).map(Reason::text).collect(Collectors.joining("；")))));
    } catch (NoAudienceException e) {
      out.println(wording.say("audience.none"));
    }
  }

  private static void feature(Wording wording, FeatureRow f, PrintStream out) {
    if (f.tgi() != null
        && f.tgiLow() != null
        && f.coverage() != null
        && f.concentration() != null) {
      out.println(wording.say(
          "audience.feature",
          f.name(),
          f.tgi(),
          f.tgiLow(),
          f.coverage() * 100,
          f.concentration() * 100));
    }
  }
}
