package io.tidewatch.trend.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.record.WriteOutcome;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.trend.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class LuceneFormatTest {
  @TempDir
  Path directory;

  @Test
  void open_indexOfAnotherFormat_isRefused() throws IOException {
    try (var files = FSDirectory.open(directory);
        var writer = new IndexWriter(files, new IndexWriterConfig())) {
      writer.addDocument(new Document());
      writer.commit();
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("another version");
  }

  @Test
  void open_again_keepsItsFormat() {
    try (var store = open()) {
      store.accept(List.of(Samples.post("1", "u", "2025-06-01T00:00:00Z", "天气")));
      store.commit();
    }
    try (var store = open()) {
      assertThat(store.count()).isEqualTo(1);
    }
  }

  @Test
  void delete_idThatOthersBeginWith_leavesTheOthers() {
    try (var store = open()) {
      store.accept(List.of(
          Samples.post("1", "u", "2025-06-01T00:00:00Z", "天气"),
          Samples.post("12", "u", "2025-06-01T00:00:00Z", "天气")));
      store.commit();
      assertThat(store.delete("1")).isEqualTo(WriteOutcome.ACCEPTED);
      store.commit();
      assertThat(store.get(new DocumentKey("weibo", "1"))).isEmpty();
      assertThat(store.get(new DocumentKey("weibo", "12"))).isPresent();
    }
  }

  @Test
  void phrase_charactersApart_isNotFound() {
    try (var store = open()) {
      store.accept(List.of(
          Samples.post("1", "u", "2025-06-01T00:00:00Z", "今天天气好"),
          Samples.post("2", "u", "2025-06-01T00:00:00Z", "天天气，气好，天气好")));
      store.commit();
      var page = store.search(new SearchQuery("\"天天气好\"", null, null, 10, null));
      assertThat(page.documents()).extracting(d -> d.record().id()).containsExactly("1");
    }
  }

  private LuceneDocumentStore open() {
    return new LuceneDocumentStore(directory, () -> Samples.CATALOGUE);
  }
}
