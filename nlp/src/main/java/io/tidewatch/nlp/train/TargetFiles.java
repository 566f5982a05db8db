package io.tidewatch.nlp.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.model.annotation.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads texts with judged targets from files, plain or gzip. Known layouts, told apart by their
 * first lines:
 *
 * <ul>
 *   <li>three lines a target: the text with {@code $T$} in its place, the target, its polarity
 *   <li>{@code text####[((first, last), (…), 'POS'), …]}, characters parted by spaces, {@code last}
 *       included
 *   <li>JSON Lines {@code {"text","targets":[{"start","end","polarity"}]}}
 * </ul>
 *
 * <p>Neutral targets are left out. A file in no known layout gives nothing.
 */
public final class TargetFiles {
  private static final Pattern QUAD =
      Pattern.compile("\\(\\((-?\\d+), (-?\\d+)\\), \\([^)]*\\), '(\\w+)'\\)");
  private static final String SLOT = "$T$";

  private final ObjectMapper mapper = new ObjectMapper();

  /** One judged target; {@code set} is the name of its folder. */
  public record JudgedTarget(String set, String text, Span target, boolean positive) {}

  /** Targets of one file, or of every file below a directory, in order of path and line. */
  public List<JudgedTarget> read(Path path) throws IOException {
    var targets = new ArrayList<JudgedTarget>();
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          targets.addAll(readFile(file));
        }
      }
    } else {
      targets.addAll(readFile(path));
    }
    return targets;
  }

  private List<JudgedTarget> readFile(Path file) throws IOException {
    List<String> lines;
    try (BufferedReader reader = LabelledFiles.open(file)) {
      lines = reader.lines().toList();
    }
    Path folder = file.toAbsolutePath().getParent();
    String set = folder == null ? "" : String.valueOf(folder.getFileName());
    var targets = new ArrayList<JudgedTarget>();
    if (lines.isEmpty()) {
      return targets;
    }
    String first = lines.getFirst();
    if (first.contains("####")) {
      lines.forEach(line -> quads(set, line, targets));
    } else if (first.startsWith("{")) {
      for (String line : lines) {
        json(set, line, targets);
      }
    } else if (first.contains(SLOT)) {
      for (int i = 0; i + 2 < lines.size(); i += 3) {
        slot(set, lines.get(i), lines.get(i + 1), lines.get(i + 2), targets);
      }
    }
    return targets;
  }

  private static void slot(
      String set, String line, String target, String polarity, List<JudgedTarget> into) {
    String text = line.replace(" ", "");
    String name = target.replace(" ", "");
    int at = text.indexOf(SLOT);
    if (at >= 0 && !name.isEmpty()) {
      add(
          set,
          text.substring(0, at) + name + text.substring(at + SLOT.length()),
          new Span(at, at + name.length()),
          polarity.strip(),
          into);
    }
  }

  private static void quads(String set, String line, List<JudgedTarget> into) {
    int bar = line.indexOf("####");
    if (bar < 0) {
      return;
    }
    String[] tokens = line.substring(0, bar).split(" ", -1);
    int[] starts = new int[tokens.length + 1];
    for (int i = 0; i < tokens.length; i++) {
      starts[i + 1] = starts[i] + tokens[i].length();
    }
    String text = String.join("", tokens);
    Matcher matcher = QUAD.matcher(line.substring(bar));
    while (matcher.find()) {
      int from = Integer.parseInt(matcher.group(1));
      int to = Integer.parseInt(matcher.group(2)) + 1;
      if (from >= 0 && to <= tokens.length && from < to) {
        add(set, text, new Span(starts[from], starts[to]), matcher.group(3), into);
      }
    }
  }

  private void json(String set, String line, List<JudgedTarget> into) throws IOException {
    JsonNode node = mapper.readTree(line);
    for (JsonNode t : node.path("targets")) {
      add(
          set,
          node.path("text").asText(),
          new Span(t.path("start").asInt(), t.path("end").asInt()),
          t.path("polarity").asText(),
          into);
    }
  }

  private static void add(
      String set, String text, Span span, String polarity, List<JudgedTarget> into) {
    switch (polarity.toLowerCase(Locale.ROOT)) {
      case "positive", "pos" -> into.add(new JudgedTarget(set, text, span, true));
      case "negative", "neg" -> into.add(new JudgedTarget(set, text, span, false));
      default -> {
        // neutral or unknown: nothing to learn for the sign
      }
    }
  }
}
