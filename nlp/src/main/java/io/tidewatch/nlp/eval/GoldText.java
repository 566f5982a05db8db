package io.tidewatch.nlp.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.model.annotation.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with expected answers, from JSON Lines. Lines either hold {@code "targets":
 * [{"start","end","polarity"}]} or {@code "gold": {"sentiment","mentions":[{"surface",
 * "nth","kind","entity","polarity"}],"aspects":[{"surface","nth","aspect","opinion","polarity",
 * "target"}]}}; lines with neither are left out. Beside targets a line may give {@code "sentiment"},
 * the verdict of the whole text, and {@code "kind"}, the phenomenon it is written for.
 *
 * @param sentiment expected polarity; null when the line gives none
 * @param kind phenomenon of a sentence written to be hard; null for others
 * @param product what a review is about; null for a post
 */
record GoldText(
    String text,
    @Nullable String sentiment,
    @Nullable String kind,
    @Nullable String product,
    List<Name> mentions,
    List<Judged> aspects,
    List<Target> targets) {

  record Name(Span span, String kind, String entity, String polarity) {}

  record Judged(Span span, String aspect, String polarity) {}

  record Target(Span span, String polarity) {}

  static List<GoldText> read(Path file) throws IOException {
    var mapper = new ObjectMapper();
    var texts = new ArrayList<GoldText>();
    long line = 0;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String row = reader.readLine(); row != null; row = reader.readLine()) {
        line++;
        if (row.isBlank()) {
          continue;
        }
        try {
          GoldText text = text(mapper.readTree(row));
          if (text != null) {
            texts.add(text);
          }
        } catch (IOException | IllegalArgumentException e) {
          throw new IllegalArgumentException(
              file.getFileName() + ":" + line + ": a gold line is required", e);
        }
      }
    }
    return texts;
  }

  private static @Nullable GoldText text(JsonNode node) {
    String text = node.path("text").asText();
    JsonNode gold = node.path("gold");
    var targets = new ArrayList<Target>();
    for (JsonNode t : node.path("targets")) {
      if (t.has("polarity")) {
        targets.add(new Target(
            new Span(t.path("start").asInt(), t.path("end").asInt()),
            t.path("polarity").asText().toLowerCase(java.util.Locale.ROOT)));
      }
    }
    if (gold.isMissingNode() && targets.isEmpty()) {
      return null;
    }
    var names = new ArrayList<Name>();
    for (JsonNode m : gold.path("mentions")) {
      Span span = find(text, m.path("surface").asText(), m.path("nth").asInt(1));
      if (span != null) {
        names.add(new Name(
            span,
            m.path("kind").asText(),
            m.path("entity").asText(),
            m.path("polarity").asText()));
      }
    }
    var aspects = new ArrayList<Judged>();
    for (JsonNode a : gold.path("aspects")) {
      Span span = find(text, a.path("surface").asText(), a.path("nth").asInt(1));
      if (span != null) {
        aspects.add(
            new Judged(span, a.path("aspect").asText(), a.path("polarity").asText()));
      }
    }
    return new GoldText(
        text,
        gold.isMissingNode()
            ? optional(node, "sentiment")
            : gold.path("sentiment").asText(),
        optional(node, "kind"),
        optional(node, "product"),
        names,
        aspects,
        targets);
  }

  private static @Nullable String optional(JsonNode node, String field) {
    return node.has(field) ? node.path(field).asText() : null;
  }

  private static @Nullable Span find(String text, String surface, int nth) {
    int at = -1;
    for (int i = 0; i < nth; i++) {
      at = text.indexOf(surface, at + 1);
      if (at < 0) {
        return null;
      }
    }
    return surface.isEmpty() ? null : new Span(at, at + surface.length());
  }
}
