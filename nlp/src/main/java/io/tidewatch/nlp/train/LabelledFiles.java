package io.tidewatch.nlp.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads labelled texts from files, plain or gzip. Known layouts, told apart by their first lines:
 *
 * <ul>
 *   <li>CSV or TSV with a header that holds {@code label} and one of {@code review}, {@code text},
 *       {@code content}, {@code x_valid}; a column {@code cat} refines the domain
 *   <li>lines {@code label<TAB>text} or {@code text<TAB>label} without a header
 *   <li>a JSON array of objects with {@code content} (or {@code text}) and {@code label}
 *   <li>{@code <review id="…">} blocks, labelled by an attribute {@code label} or by
 *       {@code positive} or {@code negative} in the file's name
 * </ul>
 *
 * <p>Labels: 1, positive, happy; 0, -1, negative, angry, sad, fear. Rows with another label are left
 * out. A file in no known layout gives nothing.
 */
public final class LabelledFiles {
  private static final Map<String, Boolean> LABELS = Map.of(
      "1", true,
      "positive", true,
      "happy", true,
      "0", false,
      "-1", false,
      "negative", false,
      "angry", false,
      "sad", false,
      "fear", false);
  private static final List<String> TEXT_COLUMNS = List.of("review", "text", "content", "x_valid");
  private static final Pattern REVIEW = Pattern.compile(
      "<review\\s+id=\"[^\"]*\"(?:\\s+label=\"(\\d)\")?\\s*>(.*?)</review>", Pattern.DOTALL);

  /** Labels that some sets have beside the two: known, and left out. */
  private static final Set<String> OTHERS = Set.of("2", "neutral", "neural", "surprise");

  private final boolean strict;

  /** A reader that leaves out rows whose label it does not know. */
  public LabelledFiles() {
    this(false);
  }

  private LabelledFiles(boolean strict) {
    this.strict = strict;
  }

  /**
   * A reader that answers a label it does not know with an {@link IllegalArgumentException} that
   * names it. Labels of a third class, such as neutral, are still left out.
   */
  public static LabelledFiles strict() {
    return new LabelledFiles(true);
  }

  /** Texts of one file, or of every file below a directory, in order of path and line. */
  public List<LabelledText> read(Path path) throws IOException {
    var texts = new ArrayList<LabelledText>();
    if (!Files.isDirectory(path)) {
      readFile(path, domain(path, path), texts);
      return texts;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(path)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      readFile(file, domain(path, file), texts);
    }
    return texts;
  }

  private static String domain(Path root, Path file) {
    Path parent = file.getParent();
    Path named = parent == null || root.equals(file) || parent.equals(root) ? file : parent;
    return String.valueOf(named.getFileName()).replaceFirst("\\.(csv|tsv|txt|json)(\\.gz)?$", "");
  }

  private void readFile(Path file, String domain, List<LabelledText> into) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.matches(".*\\.(csv|tsv|txt|json|data)(\\.gz)?") || name.equals("source.txt")) {
      return;
    }
    try (BufferedReader reader = open(file)) {
      reader.mark(1 << 16);
      String head = readHead(reader);
      reader.reset();
      String first = head.lines().findFirst().orElse("");
      if (head.startsWith("<review")) {
        reviews(reader, name, domain, into);
      } else if (head.startsWith("[")) {
        json(reader, domain, into);
      } else if (header(first, ',')) {
        table(reader, CSVFormat.DEFAULT, domain, into);
      } else if (header(first, '\t')) {
        table(reader, CSVFormat.TDF.builder().setQuote(null).get(), domain, into);
      } else if (pairs(head)) {
        pairs(reader, domain, into);
      }
    }
  }

  /** Opens plain or gzip UTF-8, without a byte order mark. */
  public static BufferedReader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    boolean zipped = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    var reader = new BufferedReader(
        new InputStreamReader(zipped ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8),
        1 << 17);
    reader.mark(1);
    if (reader.read() != 0xFEFF) {
      reader.reset();
    }
    return reader;
  }

  private static String readHead(Reader reader) throws IOException {
    char[] head = new char[1 << 12];
    int n = reader.read(head);
    return n <= 0 ? "" : new String(head, 0, n);
  }

  private static boolean header(String line, char separator) {
    List<String> columns = List.of(line.split(Pattern.quote(String.valueOf(separator)), -1));
    return columns.contains("label") && columns.stream().anyMatch(TEXT_COLUMNS::contains);
  }

  /** Nearly every line has two columns, one of which is a label, and both labels occur. */
  private static boolean pairs(String head) {
    List<String> lines = head.lines().toList();
    int complete = lines.size() > 1 ? lines.size() - 1 : lines.size();
    int positive = 0;
    int negative = 0;
    for (String line : lines.subList(0, complete)) {
      int tab = line.indexOf('\t');
      if (tab <= 0 || tab != line.lastIndexOf('\t')) {
        continue;
      }
      Boolean label = LABELS.get(line.substring(0, tab));
      label = label == null ? LABELS.get(line.substring(tab + 1)) : label;
      if (label != null) {
        positive += label ? 1 : 0;
        negative += label ? 0 : 1;
      }
    }
    return complete > 0
        && positive + negative >= 0.8 * complete
        && (complete < 3 || Math.min(positive, negative) > 0);
  }

  private void table(Reader reader, CSVFormat format, String domain, List<LabelledText> into)
      throws IOException {
    CSVFormat headed = format
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .setLenientEof(true)
        .setTrailingData(true)
        .get();
    try (var parser = headed.parse(reader)) {
      String column = TEXT_COLUMNS.stream()
          .filter(parser.getHeaderNames()::contains)
          .findFirst()
          .orElseThrow();
      boolean categories = parser.getHeaderNames().contains("cat");
      for (CSVRecord row : parser) {
        if (!row.isSet(column) || !row.isSet("label")) {
          continue;
        }
        add(
            categories ? domain + "/" + row.get("cat") : domain,
            row.get(column),
            row.get("label"),
            into);
      }
    }
  }

  private void pairs(BufferedReader reader, String domain, List<LabelledText> into)
      throws IOException {
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      int first = line.indexOf('\t');
      int last = line.lastIndexOf('\t');
      if (first < 0) {
        continue;
      }
      if (!LABELS.containsKey(line.substring(0, first)) && known(line.substring(last + 1))) {
        add(domain, line.substring(0, last), line.substring(last + 1), into);
      } else {
        add(domain, line.substring(first + 1), line.substring(0, first), into);
      }
    }
  }

  private static boolean known(String label) {
    return LABELS.containsKey(label) || OTHERS.contains(label);
  }

  private void json(Reader reader, String domain, List<LabelledText> into) throws IOException {
    for (JsonNode node : new ObjectMapper().readTree(reader)) {
      String text = node.path("content").asText(node.path("text").asText(""));
      add(domain, text, node.path("label").asText(""), into);
    }
  }

  private void reviews(Reader reader, String name, String domain, List<LabelledText> into)
      throws IOException {
    var all = new StringBuilder();
    var copy = new BufferedReader(reader);
    for (String line = copy.readLine(); line != null; line = copy.readLine()) {
      all.append(line).append('\n');
    }
    String byName = name.contains("positive") ? "1" : name.contains("negative") ? "0" : "";
    Matcher blocks = REVIEW.matcher(all);
    while (blocks.find()) {
      String label = blocks.group(1) == null ? byName : blocks.group(1);
      add(domain, blocks.group(2), label, into);
    }
  }

  private void add(String domain, String text, String label, List<LabelledText> into) {
    String folded = label.strip().toLowerCase(Locale.ROOT);
    Boolean positive = LABELS.get(folded);
    if (positive == null && strict && !OTHERS.contains(folded)) {
      throw new IllegalArgumentException("label: one of "
          + LABELS.keySet().stream().sorted().toList()
          + " is required, got \""
          + label.strip()
          + "\" in "
          + domain
          + " after "
          + into.size()
          + " labelled texts");
    }
    if (positive != null && !text.isBlank()) {
      into.add(new LabelledText(domain, text.strip(), positive));
    }
  }
}
