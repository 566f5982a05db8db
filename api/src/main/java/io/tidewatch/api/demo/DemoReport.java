package io.tidewatch.api.demo;

import io.tidewatch.api.wiring.Service;
import io.tidewatch.corpora.Lexicons;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.model.trend.RisingRow;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report on the sample: every figure is an answer of the service, with its documents. */
final class DemoReport {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int ENOUGH_WORDS = 4;

  private final Service service;
  private final SampleMarket sample;
  private final Wording wording;

  DemoReport(Service service, SampleMarket sample, Wording wording) {
    this.service = service;
    this.sample = sample;
    this.wording = wording;
  }

  void print(long behaviorRecords, @Nullable DeepExample deep, PrintStream out) {
    ZoneId zone = service.settings().zone();
    Instant asOf = service.trends().newestEventTime().orElseThrow().plusMillis(1);
    out.println(wording.say("title", STAMP.format(asOf.atZone(zone))));
    out.println(wording.say(
        "scope", service.trends().count(), behaviorRecords, service.catalogue().version()));
    out.println();
    // The keyword table takes the longest: it is read while the talk is asked.
    var words = new KeywordSection(service.keywords(), asOf);
    CompletableFuture<List<KeywordRow>> table =
        CompletableFuture.supplyAsync(() -> words.judged(sample.plantedBrands().getFirst()));
    var rising = new RisingSection(service.trends(), asOf, zone);
    rising.print(wording, sample.plantedBrands(), out);
    out.println();
    aspects(rising.rows(), asOf, out);
    out.println();
    table.join();
    Chosen chosen = choose(words, rising.rows());
    CompletableFuture<String> audience =
        CompletableFuture.supplyAsync(() -> audience(chosen.brand(), asOf));
    out.println(wording.say("keywords", service.catalogue().nameOf(chosen.brand())));
    words.print(wording, chosen.rows(), sample.plantedKeywords(), out);
    out.println();
    out.println(wording.say("audience", service.catalogue().nameOf(chosen.brand())));
    out.println(audience.join());
    deep(deep, out);
  }

  private void aspects(List<RisingRow> rising, Instant asOf, PrintStream out) {
    Map<String, String> names = Lexicons.shipped().aspects().stream()
        .collect(Collectors.toMap(
            Lexicons.Aspect::id,
            aspect -> wording.locale().getLanguage().equals("en") ? aspect.nameEn() : aspect.name(),
            (first, second) -> first));
    for (RisingRow row : rising) {
      var section = new AspectSection(service.trends(), row.key(), asOf);
      if (!section.isEmpty()) {
        out.println(wording.say("aspects", row.name()));
        section.print(wording, names, out);
        return;
      }
    }
    out.println(wording.say("aspects.none"));
  }

  private String audience(String brand, Instant asOf) {
    var text = new ByteArrayOutputStream();
    var lines = new PrintStream(text, false, StandardCharsets.UTF_8);
    new AudienceSection(service.audience(), asOf).print(wording, brand, lines);
    lines.flush();
    return text.toString(StandardCharsets.UTF_8);
  }

  /** A brand with the keywords that were judged for it. */
  private record Chosen(String brand, List<KeywordRow> rows) {}

  /** The first rising brand that has enough keywords, else the one with the most. */
  private Chosen choose(KeywordSection section, List<RisingRow> rising) {
    String best = null;
    List<KeywordRow> rows = List.of();
    for (String brand : candidates(rising)) {
      List<KeywordRow> judged = section.judged(brand);
      if (best == null || judged.size() > rows.size()) {
        best = brand;
        rows = judged;
      }
      if (rows.size() >= ENOUGH_WORDS) {
        break;
      }
    }
    return new Chosen(best == null ? "" : best, rows);
  }

  private Set<String> candidates(List<RisingRow> rising) {
    var brands = new LinkedHashSet<String>();
    rising.forEach(row -> brands.add(row.key()));
    sample
        .plantedKeywords()
        .forEach(keyword ->
            keyword.path("labels").properties().forEach(label -> brands.add(label.getKey())));
    return brands;
  }

  private void deep(@Nullable DeepExample example, PrintStream out) {
    out.println(wording.say("deep"));
    if (example == null) {
      out.println("   " + service.deepLaneLine());
      out.println("   " + wording.say("deep.none"));
      return;
    }
    out.println(wording.say("deep.row", example.text(), example.key()));
    out.println("      " + wording.say("deep.before", verdicts(example.before())));
    out.println("      " + wording.say("deep.after", verdicts(example.after())));
  }

  private String verdicts(List<DeepExample.Verdict> verdicts) {
    return verdicts.stream()
        .map(v -> v.surface() + " " + wording.name("polarity", v.polarity()))
        .collect(Collectors.joining(" · "));
  }
}
