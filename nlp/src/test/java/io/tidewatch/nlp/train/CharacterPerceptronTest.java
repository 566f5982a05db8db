package io.tidewatch.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.annotation.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharacterPerceptronTest {
  private static final String UNSEEN = "新款南极人男士外套保暖";

  @Test
  void find_afterTrainingOnTitles_tagsAnUnseenMix() {
    var texts = new ArrayList<TaggedText>();
    for (String brand : List.of("卡帝乐", "南极人", "恒源祥", "俞兆林")) {
      for (String product : List.of("羽绒服", "衬衫", "外套")) {
        String text = "新款" + brand + "男士" + product + "保暖";
        int at = 4 + brand.length();
        if (text.equals(UNSEEN)) {
          continue;
        }
        texts.add(new TaggedText(
            text,
            List.of(
                new TaggedText.Tag(new Span(2, 2 + brand.length()), "HP"),
                new TaggedText.Tag(new Span(at, at + product.length()), "HC"))));
      }
    }
    CharacterPerceptron trained = CharacterPerceptron.train(texts, 3);

    assertThat(trained.find(UNSEEN))
        .containsExactly(
            new TaggedText.Tag(new Span(2, 5), "HP"), new TaggedText.Tag(new Span(7, 9), "HC"));
    assertThat(trained.find("")).isEmpty();
  }
}
