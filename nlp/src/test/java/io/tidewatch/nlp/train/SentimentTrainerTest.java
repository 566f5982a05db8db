package io.tidewatch.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidewatch.nlp.EvidenceReader;
import io.tidewatch.nlp.Fixtures;
import io.tidewatch.nlp.hanlp.SimplifiedCharacters;
import io.tidewatch.nlp.sentiment.SentimentModel;
import io.tidewatch.nlp.text.TextNormalizer;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    assertThat(first.figures().getLast().macroF1()).isGreaterThan(0.95);
    assertThat(first.heldOutTexts()).isBetween(60, 200);
    assertThat(first.trainingTexts() + first.heldOutTexts()).isEqualTo(1200);
    assertThat(first.calibrationError()).isLessThan(0.2);
  }

  @Test
  void training_onPosts_learnsTheirEmoticons() {
    var texts = new ArrayList<LabelledText>();
    var random = new SplittableRandom(4);
    for (int i = 0; i < 600; i++) {
      boolean positive = random.nextBoolean();
      String said = "第" + Integer.toString(random.nextInt(), 36) + "条" + i * 7919 + "消息";
      texts.add(new LabelledText("posts", said + (positive ? "[乐]" : "[哀]"), positive));
    }

    SentimentModel model = trainer().trainOnAll(texts);

    assertThat(emoticons(model, "新的一条[乐]")).isGreaterThan(1);
    assertThat(emoticons(model, "新的一条[哀]")).isLessThan(-1);
    assertThat(emoticons(model, "新的一条[哈]")).isZero();
    assertThat(model
            .read(
                new EvidenceReader(Fixtures.catalogue(), Fixtures.lexicons())
                    .read("新的一条")
                    .text(),
                new int[] {4})
            .postly())
        .isGreaterThan(0.99);
  }

  @Test
  void wrongLabels_readStrictly_areNamed() throws Exception {
    Path file = Files.writeString(dir.resolve("a.tsv"), "1\t好\n0\t差\n1\t棒\n0\t烂\n7\t咦\n2\t平\n");

    assertThat(new LabelledFiles().read(file)).hasSize(4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelledFiles.strict().read(file))
        .withMessageContaining("label")
        .withMessageContaining("positive")
        .withMessageContaining("\"7\"");
  }

  @Test
  void nearDuplicates_ofAText_shareItsGroup() {
    var normalizer = new TextNormalizer(new SimplifiedCharacters());
    String review = "房间很大很干净，早餐的品种也多，离地铁站五分钟，服务员态度很好，下次还会来住";

    long[] groups = NearDuplicates.groups(
        List.of(review, "今天天气不错，出门买了一杯奶茶", "转发！" + review + "！！", review + "哦", "好").stream()
            .map(normalizer::normalize)
            .toList());

    assertThat(groups[2]).isEqualTo(groups[0]);
    assertThat(groups[3]).isEqualTo(groups[0]);
    assertThat(groups[1]).isNotEqualTo(groups[0]);
    assertThat(groups[4]).isNotEqualTo(groups[0]).isNotEqualTo(groups[1]);
  }

  @Test
  void coefficients_ofFixedColumns_stayAsGiven() {
    var rows = new ArrayList<LogisticFit.Row>();
    for (int i = 0; i < 400; i++) {
      double x = (i % 20 - 10) / 5.0;
      rows.add(new LogisticFit.Row(new double[] {1, x, i % 3}, i % 7 == 0 ? x < 0 : x >= 0));
    }

    double[] w = LogisticFit.fit(rows, 3, Map.of(2, 0.25));

    assertThat(w[2]).isEqualTo(0.25);
    assertThat(w[1]).isBetween(0.5, 3.0);
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

  private static SentimentTrainer trainer() {
    return new SentimentTrainer(Fixtures.catalogue(), Fixtures.lexicons(), 3);
  }

  private static double emoticons(SentimentModel model, String text) {
    var evidence = new EvidenceReader(Fixtures.catalogue(), Fixtures.lexicons()).read(text);
    return model.read(evidence.text(), evidence.wordEnds()).emoticons();
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
