package io.tidewatch.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.corpora.SampleTexts.TemplateKind;
import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.Polarity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTextsTest {
  @TempDir
  private Path directory;

  @BeforeEach
  void emptyFiles() throws IOException {
    Files.createDirectory(directory.resolve("samples"));
    for (String name :
        new String[] {"posts", "reviews", "templates", "hot-events", "queries", "hot-titles"}) {
      write(name, "");
    }
  }

  @Test
  void read_wellFormedFiles_keepsEveryField() throws IOException {
    write("posts", """
        {"n":7,"categories":["phone"],"text":"小米真香","intent":"purchase-intention","gold":\
        {"sentiment":"positive","intent":"review","mentions":[{"surface":"小米","nth":1,\
        "kind":"brand","entity":"小米","polarity":"positive"}],"aspects":[]}}
        """);
    write(
        "templates", "{\"kind\":\"praise\",\"category\":\"*\",\"text\":\"{brand}比{rival}好\"}\n\n");
    var texts = SampleTexts.read(CorpusFiles.in(directory));
    assertThat(texts.posts()).singleElement().satisfies(post -> {
      assertThat(post.number()).isEqualTo(7);
      assertThat(post.line()).isEqualTo(1);
      assertThat(post.intent()).isEqualTo(Intent.PURCHASE_INTENTION);
      assertThat(post.gold()).isNotNull();
      assertThat(post.gold().sentiment()).isEqualTo(Polarity.POSITIVE);
      assertThat(post.gold().mentions()).hasSize(1);
    });
    assertThat(texts.templates()).singleElement().satisfies(template -> {
      assertThat(template.kind()).isEqualTo(TemplateKind.PRAISE);
      assertThat(template.fill("甲", "乙", "丙")).isEqualTo("甲比丙好");
    });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "queries; not json; a JSON object is required",
        "queries; [1]; a JSON object is required",
        "queries; {\"category\":\"c\",\"query\":\" \",\"kind\":\"generic\"}; query must be a text",
        "queries; {\"category\":\"c\",\"query\":\"q\",\"kind\":\"rare\"}; kind must be one of",
        "queries; {\"category\":\"c\",\"query\":\"q\",\"kind\":\"brand\",\"x\":1}; no field x is known",
        "queries; {\"category\":\"c\",\"query\":\"q\",\"kind\":\"brand\",\"brands\":[1]}; brands must hold texts",
        "templates; {\"kind\":\"praise\",\"category\":\"*\",\"text\":\"{brnd} {brand}\"}; only {brand}",
        "templates; {\"kind\":\"praise\",\"category\":\"*\",\"text\":\"ok\"}; text must hold {brand}",
        "reviews; {\"n\":1,\"product\":\"p\",\"brand\":\"b\",\"category\":\"c\",\"rating\":6,\"text\":\"t\"}; rating must be an integer from 1 to 5",
        "hot-events; {\"category\":\"c\",\"brand\":\"b\",\"title\":\"t\",\"templates\":[]}; templates must not be empty",
      })
  void read_brokenRow_namesFileLineAndRule(String file, String row, String rule)
      throws IOException {
    write(file, "\n" + row + "\n");
    assertThatThrownBy(() -> SampleTexts.read(CorpusFiles.in(directory)))
        .isInstanceOf(MalformedCorpusException.class)
        .hasMessageStartingWith("samples/" + file + ".jsonl:2: " + rule);
  }

  @Test
  void read_brokenEncoding_namesTheFile() throws IOException {
    Files.write(directory.resolve("samples/posts.jsonl"), new byte[] {'{', (byte) 0xC3, '}'});
    assertThatThrownBy(() -> SampleTexts.read(CorpusFiles.in(directory)))
        .hasMessageContaining("samples/posts.jsonl");
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve("samples/" + name + ".jsonl"), content);
  }
}
