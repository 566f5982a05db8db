package io.tidewatch.nlp.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.FastAnnotator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Aliases that mean something else too, from JSON Lines {@code {"text","alias","nth","entity"}}:
 * linked to the entity where it is meant, to none of the alias's entities where it is not. A mention
 * that covers the alias counts, also of a product of the expected brand. Given for all, by alias and
 * by {@link Half}, beside linking always, never, and without the catalogue's words for and against. Losing cases
 * are those of the even half.
 */
public final class AmbiguityEval {
  private static final String TASK = "mentions";

  private final FastAnnotator annotator;
  private final FastAnnotator plain;

  public AmbiguityEval(FastAnnotator annotator, Lexicons lexicons) {
    this.annotator = annotator;
    Catalogue c = annotator.catalogue();
    plain = new FastAnnotator(
        new Catalogue(c.categories(), c.brands(), c.products(), List.of()), lexicons);
  }

  private record Case(
      String text, String alias, Span span, @Nullable String entity) {}

  /** Whether the first line of a file asks about an alias. */
  public static boolean holds(Path file) throws IOException {
    if (!String.valueOf(file.getFileName()).endsWith(".jsonl")) {
      return false;
    }
    try (var lines = Files.lines(file)) {
      String first = lines.filter(l -> !l.isBlank()).findFirst().orElse("{}");
      return new ObjectMapper().readTree(first).has("alias");
    }
  }

  /** Evaluates one file; {@code losing} is how many lost cases to list. */
  public EvalReport evaluate(Path file, int losing) throws IOException {
    String data = String.valueOf(file.getFileName());
    Map<String, Confusion> figures = new TreeMap<>();
    var lost = new ArrayList<LosingCase>();
    for (Case c : read(file)) {
      boolean linked = c.entity() != null;
      Set<String> meanings = meanings(c.alias());
      boolean right = right(annotator, c, meanings);
      add(figures, "fast", c, right);
      add(figures, "without words", c, right(plain, c, meanings));
      add(figures, "always link", c, linked);
      add(figures, "never link", c, !linked);
      if (!right && Half.of(c.text()) == Half.EVEN && lost.size() < losing) {
        lost.add(new LosingCase(data, c.text(), c.alias() + " " + c.entity(), found(c)));
      }
    }
    var rows = new ArrayList<EvalRow>();
    figures.forEach((key, figure) -> {
      String[] names = key.split("\t", -1);
      rows.add(new EvalRow(
          TASK, data, names[1], "ambiguity accuracy" + names[0], figure.accuracy(), figure.n()));
    });
    return new EvalReport(rows, lost);
  }

  private String found(Case c) {
    return annotator.annotate(c.text(), Hints.NONE).mentions().stream()
        .filter(m -> overlaps(m.span(), c.span()))
        .map(m -> m.surface() + " " + m.entityId() + " (" + m.reason() + ")")
        .toList()
        .toString();
  }

  private static void add(Map<String, Confusion> figures, String system, Case c, boolean right) {
    String half = Half.of(c.text()).name().toLowerCase(Locale.ROOT);
    var parts = new ArrayList<>(List.of("", ", " + half + " half"));
    if (system.equals("fast")) {
      parts.add(", " + c.alias());
    }
    for (String part : parts) {
      figures
          .computeIfAbsent(part + '\t' + system, k -> new Confusion())
          .add("right", right ? "right" : "wrong");
    }
  }

  private boolean right(FastAnnotator by, Case c, Set<String> meanings) {
    for (Mention m : by.annotate(c.text(), Hints.NONE).mentions()) {
      if (m.entityId() == null || !overlaps(m.span(), c.span())) {
        continue;
      }
      if (c.entity() == null) {
        if (meanings.contains(m.entityId())) {
          return false;
        }
      } else if (m.entityId().equals(c.entity()) || sameBrand(m, c)) {
        return true;
      }
    }
    return c.entity() == null;
  }

  /** A longer name of the expected brand's, such as 荣耀90 for 荣耀. */
  private static boolean sameBrand(Mention m, Case c) {
    String entity = c.entity() == null ? "" : c.entity();
    String brand = entity.contains(".") ? entity.substring(0, entity.indexOf('.')) : entity;
    return brand.equals(m.brandId())
        && m.span().end() - m.span().start() > c.span().end() - c.span().start();
  }

  private static boolean overlaps(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  /** Entities that the catalogue gives for an alias. */
  private Set<String> meanings(String alias) {
    Catalogue catalogue = annotator.catalogue();
    var ids = new HashSet<String>();
    catalogue.brands().stream()
        .filter(b -> named(alias, b.name(), b.aliases()))
        .forEach(b -> ids.add(b.id()));
    catalogue.products().stream()
        .filter(p -> named(alias, p.name(), p.aliases()))
        .forEach(p -> ids.add(p.id()));
    return ids;
  }

  private static boolean named(String alias, String name, List<String> aliases) {
    return name.equalsIgnoreCase(alias) || aliases.stream().anyMatch(alias::equalsIgnoreCase);
  }

  private static List<Case> read(Path file) throws IOException {
    var mapper = new ObjectMapper();
    var cases = new ArrayList<Case>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        continue;
      }
      JsonNode node = mapper.readTree(line);
      String text = node.path("text").asText();
      String alias = node.path("alias").asText();
      int at = -1;
      for (int i = node.path("nth").asInt(1); i > 0; i--) {
        at = text.indexOf(alias, at + 1);
      }
      if (alias.isEmpty() || at < 0) {
        throw new IllegalArgumentException(
            file.getFileName() + ": a text that holds its alias is required, got " + alias);
      }
      cases.add(new Case(
          text,
          alias,
          new Span(at, at + alias.length()),
          node.hasNonNull("entity") ? node.path("entity").asText() : null));
    }
    return cases;
  }
}
