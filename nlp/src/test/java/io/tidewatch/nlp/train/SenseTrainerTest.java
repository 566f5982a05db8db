package io.tidewatch.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidewatch.nlp.Fixtures;
import io.tidewatch.nlp.sense.SenseModel;
import io.tidewatch.nlp.text.TextNormalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SenseTrainerTest {
  private static final String SHOP = "旗舰店买了台华为手机";
  private static final String FIELD = "山坡上开满野花好看";

  @Test
  void training_onNamesInShops_knowsTheirContext() throws Exception {
    SenseModel model = trainer().train(texts()).model();
    var out = new ByteArrayOutputStream();
    model.write(out);
    SenseModel read = SenseModel.read(new ByteArrayInputStream(out.toByteArray()));
    var shop = new TextNormalizer(c -> c).normalize("旗舰店买了台某某手机");
    var field = new TextNormalizer(c -> c).normalize("山坡上开满某某好看");

    assertThat(read.slot(shop, 6, 8).of(Set.of("phone")))
        .isEqualTo(model.slot(shop, 6, 8).of(Set.of("phone")))
        .isGreaterThan(model.slot(field, 5, 7).of(Set.of("phone")));
    assertThat(model.slot(shop, 6, 8).any())
        .isGreaterThan(model.slot(field, 5, 7).any());
  }

  @Test
  void training_onTooFewTexts_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainer().train(List.of(SHOP)))
        .withMessageContaining("data");
  }

  @Test
  void reading_ofSomethingElse_isAnError() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> SenseModel.read(new ByteArrayInputStream(new byte[] {1, 2, 3})));
  }

  private static SenseTrainer trainer() {
    return new SenseTrainer(Fixtures.catalogue(), Fixtures.lexicons(), 3);
  }

  private static List<String> texts() {
    var texts = new ArrayList<String>();
    for (int i = 0; i < 200; i++) {
      texts.add((i % 2 == 0 ? SHOP : FIELD) + (char) (0x4E00 + i));
    }
    return texts;
  }
}
