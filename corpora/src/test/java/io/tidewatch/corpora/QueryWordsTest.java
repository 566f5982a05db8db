package io.tidewatch.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.query.QueryPart;
import io.tidewatch.model.query.QueryWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryWordsTest {
  @TempDir
  private Path directory;

  private CorpusFiles files(String category, String attribute) throws IOException {
    Path query = Files.createDirectories(directory.resolve("query"));
    String header = "type\tfacet\twords\n";
    Files.writeString(query.resolve("words-category.tsv"), header + category);
    Files.writeString(query.resolve("words-attribute.tsv"), header + attribute);
    Files.writeString(query.resolve("words-scene.tsv"), header);
    return CorpusFiles.in(directory);
  }

  @Test
  void shipped_holdsWordsOfEveryKind() {
    var words = QueryWords.shipped();
    for (QueryPart part :
        new QueryPart[] {QueryPart.CATEGORY, QueryPart.ATTRIBUTE, QueryPart.SCENE, QueryPart.OTHER
        }) {
      assertThat(words.stream().filter(w -> w.part() == part).count()).isGreaterThan(100);
    }
    assertThat(words).extracting(QueryWord::word).doesNotHaveDuplicates();
  }

  @Test
  void read_spellings_shareTheUsualOne() throws IOException {
    var words = QueryWords.read(files("category\tgoods\tt恤=体恤|裙\n", "attribute\tcolour\t黑\n"));
    assertThat(words)
        .contains(
            new QueryWord("体恤", QueryPart.CATEGORY, "goods", "t恤"),
            new QueryWord("t恤", QueryPart.CATEGORY, "goods", "t恤"),
            new QueryWord("黑", QueryPart.ATTRIBUTE, "colour", "黑"))
        .hasSize(4);
  }

  @Test
  void read_brokenRow_namesFileAndRule() throws IOException {
    assertThatThrownBy(() -> QueryWords.read(files("category\tgoods\t裙\n", "attribute\tsize\t裙\n")))
        .isInstanceOf(MalformedCorpusException.class)
        .hasMessageContaining("words-attribute.tsv")
        .hasMessageContaining("stand once");
    assertThatThrownBy(() -> QueryWords.read(files("brand\tgoods\t裙\n", "")))
        .hasMessageContaining("type must be one of");
    assertThatThrownBy(() -> QueryWords.read(files("category\tgoods\tt恤=\n", "")))
        .hasMessageContaining("words must not be empty");
    assertThatThrownBy(() -> QueryWords.read(files("category\t\t裙\n", "")))
        .hasMessageContaining("facet must not be empty");
  }
}
