package io.tidewatch.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.annotation.Intent;
import io.tidewatch.nlp.Fixtures;
import io.tidewatch.nlp.IntentEvidenceReader;
import io.tidewatch.nlp.intent.IntentModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntentTrainerTest {
  private static final IntentEvidenceReader READER =
      new IntentEvidenceReader(Fixtures.catalogue(), Fixtures.lexicons());

  @TempDir
  Path dir;

  @Test
  void train_onQuestionsAndReviews_tellsThemApart() {
    IntentTrainer.Trained trained = trainer().train(texts("gold"));

    assertThat(answer(trained.model(), "蒙牛哪里可以买到")).isEqualTo(Intent.QUESTION);
    assertThat(answer(trained.model(), "蒙牛用下来很满意")).isEqualTo(Intent.REVIEW);
    assertThat(trained.figures()).singleElement().satisfies(f -> {
      assertThat(f.set()).isEqualTo("gold");
      assertThat(f.texts() + trained.texts()).isEqualTo(texts("gold").size());
      assertThat(f.accuracy()).isGreaterThan(0.9);
    });
  }

  @Test
  void train_ofAnotherFolder_holdsNothingOut() {
    IntentTrainer.Trained trained = trainer().train(texts("written"));

    assertThat(trained.texts()).isEqualTo(texts("written").size());
    assertThat(trained.figures()).isEmpty();
  }

  @Test
  void train_sameSeed_givesTheSameModel() {
    assertThat(trainer().train(texts("gold")).model().version())
        .isEqualTo(trainer().train(texts("gold")).model().version());
  }

  @Test
  void train_tooFewTexts_isRefused() {
    assertThatThrownBy(() -> trainer().train(texts("written").subList(0, 20)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("data: at least 100 texts to train are required, got 20");
  }

  @Test
  void model_writtenAndRead_answersTheSame() throws IOException {
    IntentModel model = trainer().train(texts("written")).model();
    var out = new ByteArrayOutputStream();
    model.write(out);
    IntentModel read = IntentModel.read(new ByteArrayInputStream(out.toByteArray()));

    assertThat(read.version()).isEqualTo(model.version());
    var seen = READER.read("奥利奥用着怎么样");
    assertThat(read.scores(seen.ngrams(), seen.pieces()))
        .containsExactly(model.scores(seen.ngrams(), seen.pieces()));
  }

  @Test
  void model_ofOtherBytes_isRefused() throws IOException {
    IntentModel model = trainer().train(texts("written")).model();
    var out = new ByteArrayOutputStream();
    model.write(out);
    byte[] half = java.util.Arrays.copyOf(out.toByteArray(), out.size() / 2);

    assertThatThrownBy(() -> IntentModel.read(new ByteArrayInputStream(half)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> model.scores(new int[0], new double[1]))
        .hasMessageContaining("pieces: " + IntentEvidenceReader.size() + " are required, got 1");
  }

  @Test
  void files_withAndWithoutGold_areRead() throws IOException {
    Path file = Files.writeString(
        dir.resolve("a.jsonl"),
        "{\"text\":\"一\",\"intent\":\"other\"}\n\n{\"text\":\"二\",\"intent\":\"review\",\"gold\":"
            + "{\"intent\":\"question\"}}\n");
    Path plain =
        Files.writeString(dir.resolve("b.jsonl"), "{\"text\":\"三\",\"intent\":\"advice\"}\n");

    assertThat(IntentText.read(file)).containsExactly(new IntentText(set(), "二", Intent.QUESTION));
    assertThat(IntentText.read(plain)).containsExactly(new IntentText(set(), "三", Intent.ADVICE));
  }

  @Test
  void file_withUnknownIntent_isRefusedByLine() throws IOException {
    Path file =
        Files.writeString(dir.resolve("c.jsonl"), "\n{\"text\":\"三\",\"intent\":\"praise\"}\n");

    assertThatThrownBy(() -> IntentText.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("c.jsonl:2")
        .hasRootCauseMessage("intent: a known label is required, got praise");
  }

  private String set() {
    return String.valueOf(dir.getFileName());
  }

  private static IntentTrainer trainer() {
    return new IntentTrainer(Fixtures.catalogue(), Fixtures.lexicons(), 7);
  }

  private static Intent answer(IntentModel model, String text) {
    var seen = READER.read(text);
    return IntentModel.INTENTS.get(IntentModel.best(model.scores(seen.ngrams(), seen.pieces())));
  }

  private static List<IntentText> texts(String set) {
    var texts = new ArrayList<IntentText>();
    List<String> things = List.of("手机", "耳机", "面霜", "牛奶", "饼干", "衬衫", "汽车", "书包", "键盘", "雨伞");
    List<String> asked = List.of("哪里可以买到", "哪个更好", "多少钱一个", "能不能寄到", "是什么牌子", "怎么清洗");
    List<String> told = List.of("用下来很满意", "用了就扔了", "收到了很喜欢", "用起来很顺手", "穿着合身", "比图片好看");
    for (String thing : things) {
      for (int colour = 0; colour < 2; colour++) {
        String what = (colour == 0 ? "白色" : "蓝色") + thing;
        asked.forEach(a -> texts.add(new IntentText(set, what + a, Intent.QUESTION)));
        told.forEach(a -> texts.add(new IntentText(set, what + a, Intent.REVIEW)));
      }
    }
    return texts;
  }
}
