package io.tidewatch.nlp.hanlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaiveBayesTextsTest {
  @Test
  void training_keepsStandardOutputForAnswers() {
    PrintStream before = System.out;
    var said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    NaiveBayesTexts bayes;
    try {
      bayes = new NaiveBayesTexts(
          Collections.nCopies(20, "包装漂亮，味道很好"), Collections.nCopies(20, "包装破损，味道很差"));
    } finally {
      System.setOut(before);
    }

    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(bayes.positive("漂亮")).isTrue();
    assertThat(bayes.positive("破损")).isFalse();
  }

  @Test
  void training_onOneLabel_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NaiveBayesTexts(List.of("好"), List.of()))
        .withMessageContaining("both labels");
  }
}
