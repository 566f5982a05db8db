package io.tidewatch.behavior;

import io.tidewatch.model.behavior.QualityRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts keys that came again with other content: readers see the newest version only, so this is
 * the one place that tells. A line a batch, for people to look at; a crash may lose or repeat one.
 * Examples are keys of facts, never of people. Safe from any thread of the writer's turn.
 */
public final class CorrectionLog {
  /** Another body took the place of what was stored. */
  public static final String REPLACED = "duplicate-id-other-body";

  /** Another body was not newer than what was stored, and was left out. */
  public static final String OLDER = "duplicate-id-older-body";

  private static final int EXAMPLES = 3;
  private static final int LEAST_PARTS = 2;

  private final Path file;

  CorrectionLog(Path file) {
    this.file = file;
  }

  /** What one batch brought: keys by rule. */
  public static final class Batch {
    private final Map<String, List<FactRow>> rows = new TreeMap<>();

    /** Notes a row under a rule. */
    public void add(String rule, FactRow row) {
      rows.computeIfAbsent(rule, r -> new ArrayList<>()).add(row);
    }
  }

  /** Appends the batch's counts; nothing is written when it has none. */
  public void append(Batch batch) throws IOException {
    if (batch.rows.isEmpty()) {
      return;
    }
    var text = new StringBuilder();
    batch.rows.forEach((rule, rows) -> {
      text.append('\n').append(rule).append('\t').append(rows.size());
      rows.stream()
          .filter(row -> row.type().isBehavior())
          .limit(EXAMPLES)
          .forEach(
              row -> text.append('\t').append(row.type().label()).append('/').append(row.id()));
    });
    Files.writeString(
        file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** The sums of all batches, by rule. */
  public List<QualityRow> rows() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    var counts = new TreeMap<String, Long>();
    var examples = new TreeMap<String, TreeSet<String>>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] parts = line.split("\t", -1);
      if (parts.length < LEAST_PARTS || !parts[1].matches("\\d{1,9}")) {
        continue;
      }
      counts.merge(parts[0], Long.parseLong(parts[1]), Long::sum);
      var of = examples.computeIfAbsent(parts[0], r -> new TreeSet<>());
      of.addAll(List.of(parts).subList(LEAST_PARTS, parts.length));
      while (of.size() > EXAMPLES) {
        of.pollLast();
      }
    }
    return counts.entrySet().stream()
        .map(e -> new QualityRow(
            e.getKey(),
            e.getValue(),
            List.copyOf(examples.getOrDefault(e.getKey(), new TreeSet<>()))))
        .toList();
  }
}
