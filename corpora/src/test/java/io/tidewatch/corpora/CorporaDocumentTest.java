package io.tidewatch.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The numbers in {@code docs/CORPORA.md} are those of the files. */
class CorporaDocumentTest {
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (\\d+) \\|.*");
  private static final Path DOCUMENT = Path.of("..", "docs", "CORPORA.md");

  @Test
  void document_everyDataFile_isListedWithItsRows() throws IOException, URISyntaxException {
    var documented = new TreeMap<String, Long>();
    for (String line : Files.readAllLines(DOCUMENT)) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        documented.put(row.group(1), Long.valueOf(row.group(2)));
      }
    }
    assertThat(documented).isEqualTo(counted());
  }

  @Test
  void document_gold_isCounted() throws IOException {
    var texts = SampleTexts.shipped();
    long posts = texts.posts().stream().filter(p -> p.gold() != null).count();
    long reviews = texts.reviews().stream().filter(r -> r.gold() != null).count();
    assertThat(Files.readString(DOCUMENT).replace('\n', ' '))
        .contains("given for " + posts + " posts and " + reviews + " reviews");
  }

  private static TreeMap<String, Long> counted() throws IOException, URISyntaxException {
    var resource = CorpusFiles.class.getResource("samples/posts.jsonl");
    assertThat(resource).isNotNull();
    Path root = Path.of(resource.toURI()).getParent().getParent();
    var counted = new TreeMap<String, Long>();
    try (var files = Files.walk(root)) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*\\.(tsv|jsonl|yaml)")).toList()) {
        long rows = Files.readAllLines(file).stream()
            .filter(l -> !l.isBlank() && !l.startsWith("#"))
            .count();
        counted.put(
            root.relativize(file).toString().replace('\\', '/'),
            file.toString().endsWith(".tsv") ? rows - 1 : rows);
      }
    }
    return counted;
  }
}
