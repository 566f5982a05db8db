package io.tidewatch.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidewatch.nlp.Fixtures;
import io.tidewatch.nlp.sentiment.SentimentModel;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentimentTrainerTest {
  @TempDir
  Path dir;

  @Test
  void layouts_ofAllKinds_areRead() throws Exception {
    Files.createDirectories(dir.resolve("reviews"));
    Files.writeString(dir.resolve("reviews/a.csv"), "label,review\n1,\"好, 很好\"\n0,差\n2,不知道\n");
    Files.writeString(dir.resolve("cats.csv"), "\uFEFFcat,label,review\n书籍,1,好看\n");
    Files.writeString(dir.resolve("pairs.txt"), "1\t喜欢\n0\t讨厌\nnegative\t难吃\n");
    Files.writeString(dir.resolve("turned.tsv"), "很棒\tpositive\n很糟\tnegative\n");
    Files.writeString(
        dir.resolve("emotions.json"),
        "[{\"content\":\"开心\",\"label\":\"happy\"},{\"content\":\"x\",\"label\":\"surprise\"}]");
    Files.writeString(dir.resolve("sample.negative.txt"), "<review id=\"0\">\n坏了\n</review>\n");
    Files.writeString(dir.resolve("queries.txt"), "1\t望远镜\n2\t链条\n3\t背心\n4\t鞋\n");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dir.resolve("z.tsv.gz")))) {
      out.write("label\tx_valid\n1\t引\"号\n".getBytes(StandardCharsets.UTF_8));
    }

    List<LabelledText> texts = new LabelledFiles().read(dir);

    assertThat(texts)
        .containsExactlyInAnyOrder(
            new LabelledText("reviews", "好, 很好", true),
            new LabelledText("reviews", "差", false),
            new LabelledText("cats/书籍", "好看", true),
            new LabelledText("pairs", "喜欢", true),
            new LabelledText("pairs", "讨厌", false),
            new LabelledText("pairs", "难吃", false),
            new LabelledText("turned", "很棒", true),
            new LabelledText("turned", "很糟", false),
            new LabelledText("emotions", "开心", true),
            new LabelledText("sample.negative", "坏了", false),
            new LabelledText("z", "引\"号", true));
  }

  @Test
  void training_onSeparableTexts_learnsAndRepeats() throws Exception {
    List<LabelledText> texts = texts(1200);

    var first = new SentimentTrainer(Fixtures.catalogue(), Fixtures.lexicons(), 3).train(texts);
    var second = new SentimentTrainer(Fixtures.catalogue(), Fixtures.lexicons(), 3).train(texts);

    assertThat(first.model()).isEqualTo(second.model());
    assertThat(first.figures().getLast().accuracy()).isGreaterThan(0.95);
    assertThat(first.heldOutTexts()).isBetween(150, 330);
    assertThat(first.calibrationError()).isLessThan(0.2);
  }

  @Test
  void training_toAFile_canBeReadBack() throws Exception {
    Path data = dir.resolve("data.tsv");
    var lines = new StringBuilder();
    texts(400)
        .forEach(t ->
            lines.append(t.positive() ? 1 : 0).append('\t').append(t.text()).append('\n'));
    Files.writeString(data, lines);
    Path out = dir.resolve("model.bin");

    var trained =
        new SentimentTrainer(Fixtures.catalogue(), Fixtures.lexicons(), 3).train(data, out);

    try (var in = Files.newInputStream(out)) {
      assertThat(SentimentModel.read(in)).isEqualTo(trained.model());
    }
  }

  @Test
  void training_onTooFewTexts_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new SentimentTrainer(Fixtures.catalogue(), Fixtures.lexicons(), 3).train(texts(20)))
        .withMessageContaining("at least 100");
  }

  private static List<LabelledText> texts(int n) {
    var random = new SplittableRandom(9);
    List<String> good = List.of("棒", "香", "赞", "美", "值");
    List<String> bad = List.of("烂", "臭", "坏", "丑", "亏");
    List<String> filler = List.of("今天", "东西", "收到", "快递", "这个", "还是", "买了", "用了");
    var texts = new ArrayList<LabelledText>();
    for (int i = 0; i < n; i++) {
      boolean positive = random.nextBoolean();
      var text = new StringBuilder().append(i);
      for (int k = 0; k < 6; k++) {
        text.append(filler.get(random.nextInt(filler.size())));
        if (k % 2 == 0) {
          text.append((positive ? good : bad).get(random.nextInt(5)));
        }
      }
      texts.add(new LabelledText("made", text.toString(), positive));
    }
    return texts;
  }
}
