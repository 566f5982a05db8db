package io.tidewatch.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidewatch.model.annotation.Span;
import io.tidewatch.nlp.Fixtures;
import io.tidewatch.nlp.sentiment.SentimentModel;
import io.tidewatch.nlp.target.TargetModel;
import io.tidewatch.nlp.text.TextNormalizer;
import io.tidewatch.nlp.train.TargetFiles.JudgedTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTrainerTest {
  @TempDir
  Path dir;

  @Test
  void layouts_ofAllKinds_areRead() throws Exception {
    Files.createDirectories(dir.resolve("set"));
    Files.writeString(
        dir.resolve("set/a.txt"),
        "$T$ 很 靓\n屏 幕\nPositive\n这 $T$ 差\n画 质\nNegative\n中 $T$\n等\nNeutral\n");
    Files.writeString(
        dir.resolve("set/b.txt"),
        "味 道 好 ，5 元####[((0, 1), (2, 2), 'POS'), ((-1, -1), (2, 2), 'POS'), ((4, 4), (2, 2), 'NEU')]\n");
    Files.writeString(
        dir.resolve("set/c.jsonl"),
        "{\"text\":\"味道差\",\"targets\":[{\"start\":0,\"end\":2,\"polarity\":\"negative\"}]}\n");
    Files.writeString(dir.resolve("set/d.txt"), "别的\n");

    assertThat(new TargetFiles().read(dir))
        .containsExactly(
            new JudgedTarget("set", "屏幕很靓", new Span(0, 2), true),
            new JudgedTarget("set", "这画质差", new Span(1, 3), false),
            new JudgedTarget("set", "味道好，5元", new Span(0, 2), true),
            new JudgedTarget("set", "味道差", new Span(0, 2), false));
  }

  @Test
  void training_onSeparableTargets_learnsAndRepeats() throws Exception {
    List<JudgedTarget> targets = targets();

    var first = trainer().train(targets);
    var again = trainer().train(targets);

    assertThat(first.figures()).singleElement().satisfies(f -> {
      assertThat(f.targets()).isGreaterThan(20);
      assertThat(f.accuracy()).isGreaterThan(0.9).isGreaterThan(f.majority());
    });
    assertThat(bytes(first.model())).isEqualTo(bytes(again.model()));
  }

  @Test
  void training_onTooFewTargets_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainer().train(targets().subList(0, 20)))
        .withMessageContaining("data");
  }

  @Test
  void model_writtenAndRead_answersTheSame() throws Exception {
    TargetModel model = trainer().train(targets()).model();
    TargetModel read = TargetModel.read(new ByteArrayInputStream(bytes(model)));
    var text = new TextNormalizer(c -> c).normalize("第3家屏幕很亮");

    assertThat(read.scores(text, text.length(), 3, 5))
        .containsExactly(model.scores(text, text.length(), 3, 5));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> TargetModel.read(new ByteArrayInputStream(new byte[] {1, 2, 3})));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.logOdds(new double[] {0}, new double[0]))
        .withMessageContaining("evidence");
  }

  private static TargetTrainer trainer() {
    return new TargetTrainer(
        Fixtures.catalogue(), Fixtures.lexicons(), SentimentModel.shipped(), 3);
  }

  private static byte[] bytes(TargetModel model) throws IOException {
    var out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }

  private static List<JudgedTarget> targets() {
    var targets = new ArrayList<JudgedTarget>();
    for (int i = 0; i < 300; i++) {
      String place = "第" + i + "家" + (char) (0x4E00 + i) + (char) (0x5E00 + i);
      boolean bright = i % 2 == 0;
      String text = place + (bright ? "屏幕很亮" : "屏幕很暗") + "，物流正常";
      targets.add(
          new JudgedTarget("shops", text, new Span(place.length(), place.length() + 2), bright));
    }
    return targets;
  }
}
