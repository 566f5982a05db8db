package io.tidewatch.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.nlp.Fixtures;
import io.tidewatch.nlp.TaggingReader;
import io.tidewatch.nlp.tagger.TaggerModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggerTrainerTest {
  private static final TaggingReader READER =
      new TaggingReader(Fixtures.catalogue(), Fixtures.lexicons());
  private static final List<String> BRANDS =
      List.of("青禾屋", "云上初", "木兰溪", "北辰家", "小鹿记", "花间坊", "石榴里", "山海集", "拾光社", "暖阳阁");
  private static final List<String> PRODUCTS =
      List.of("保温杯", "毛巾", "台灯", "拖鞋", "雨伞", "水壶", "枕头", "书包", "围巾", "手套", "衬衫", "风扇");

  @TempDir
  private Path dir;

  @Test
  void train_onRegularTitles_findsNamesInTitlesItHasNotSeen() throws IOException {
    titles("train.txt", 0, 9);
    titles("dev.txt", 9, 10);
    var reviews = new StringBuilder("label\ttext\n");
    for (int i = 0; i < 100; i++) {
      reviews.append(i % 2).append("\t我觉得他说昨天买的就是太贵了第").append(i).append("次\n");
    }
    Files.writeString(dir.resolve("reviews.tsv"), reviews);

    var trained = trainer().train(dir, dir.resolve("tagger.bin"), false, 1);

    assertThat(trained.titles()).isEqualTo(108);
    assertThat(trained.heldOut()).isEqualTo(12);
    assertThat(trained.prose()).isPositive();
    assertThat(trained.figures().getFirst().product()).isGreaterThan(0.9);
    assertThat(trained.figures().getFirst().brand()).isGreaterThan(0.7);
    try (var in = Files.newInputStream(dir.resolve("tagger.bin"))) {
      assertThat(TaggerModel.read(in)).isEqualTo(trained.model());
    }
    assertThat(trained.model().title(READER.read("青禾屋2017正品手套加厚包邮"))).isTrue();
    assertThat(trained.model().title(READER.read("我昨天觉得太贵了就是他说的"))).isFalse();
  }

  @Test
  void train_twiceWithOneSeed_givesOneModel() throws IOException {
    titles("train.txt", 0, 10);

    var once = trainer().train(dir, dir.resolve("a.bin"), false, 5);
    var again = trainer().train(dir, dir.resolve("b.bin"), false, 5);
    var other = trainer().train(dir, dir.resolve("c.bin"), false, 6);

    assertThat(again.model()).isEqualTo(once.model());
    assertThat(other.model()).isNotEqualTo(once.model());
  }

  @Test
  void train_onTooFewTitles_saysHowManyAreRequired() throws IOException {
    titles("train.txt", 0, 1);

    assertThatThrownBy(() -> trainer().train(dir, dir.resolve("a.bin"), false, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 100 tagged titles are required, got 12");
  }

  private static TaggerTrainer trainer() {
    return new TaggerTrainer(READER, new TaggerTrainer.Settings(14, 10, 0.1f, 0.1f, 1, 0.5f, 0.5f));
  }

  /** For each brand of the range a title with each product. */
  private void titles(String name, int from, int to) throws IOException {
    var lines = new StringBuilder();
    for (String brand : BRANDS.subList(from, to)) {
      for (String product : PRODUCTS) {
        tag(brand, "HPPX", lines);
        tag("2017", "MISC", lines);
        tag("正品", null, lines);
        tag(product, "HCCX", lines);
        tag("加厚包邮", null, lines);
        lines.append('\n');
      }
    }
    Files.writeString(dir.resolve(name), lines);
  }

  private static void tag(
      String text, @org.jspecify.annotations.Nullable String type, StringBuilder into) {
    for (int i = 0; i < text.length(); i++) {
      String tag = type == null ? "O" : (i == 0 ? "B-" : "I-") + type;
      into.append(text.charAt(i)).append(' ').append(tag).append('\n');
    }
  }
}
