package io.tidewatch.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.api.view.Json;
import io.tidewatch.corpora.SeedCatalogue;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromotedWordTest {
  @TempDir
  private Path dir;

  @Test
  void accept_word_isFoldedAndPromotedOnce() {
    assertThat(add("ＹＹＤＳ").accepted()).isEqualTo(1);
    assertThat(add("yyds").duplicate()).isEqualTo(1);
    assertThat(journal().current().words()).containsExactly("yyds");
  }

  @Test
  void accept_wordThatBreaksTheRule_saysWhy() {
    assertThat(add("").problems()).first().asString().contains("name: is required");
    assertThat(add("嘟").problems()).first().asString().contains("2 to 24", "嘟");
    assertThat(add("长".repeat(25)).problems()).first().asString().contains("2 to 24");
    assertThat(add("有 空格").problems()).first().asString().contains("2 to 24");
    assertThat(add("瑞幸").problems()).first().asString().contains("names no brand", "瑞幸");
    assertThat(add("护肤").problems()).first().asString().contains("names no category", "护肤");
    assertThat(add("天气").problems())
        .first()
        .asString()
        .contains("dictionary of the segmenter does not hold", "天气");
    assertThat(journal().current().words()).isEmpty();
  }

  @Test
  void accept_wordOfNoDictionary_isPromotedAndOnceMoreADuplicate() {
    assertThat(add("尊嘟假嘟").accepted()).isEqualTo(1);
    assertThat(add("尊嘟假嘟").duplicate()).isEqualTo(1);
    assertThat(journal().current().words()).containsExactly("尊嘟假嘟");
  }

  private CatalogueJournal journal() {
    return new CatalogueJournal(dir.resolve("records.jsonl"), SeedCatalogue.shipped(), new Json());
  }

  private CatalogueDesk.Result add(String word) {
    var row = new CatalogueSheet.Row(
        "word", null, word, List.of(), List.of(), List.of(), null, null, null, "test");
    var language = new Language(SeedCatalogue::shipped, Settings.read(null, dir, Map.of()));
    return new CatalogueDesk(journal(), language::inDictionary, InstantSource.fixed(Instant.EPOCH))
        .accept(List.of(row));
  }
}
