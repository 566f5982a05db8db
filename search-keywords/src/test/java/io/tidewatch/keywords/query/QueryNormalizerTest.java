package io.tidewatch.keywords.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryNormalizerTest {
  private final QueryNormalizer normalizer = new QueryNormalizer(new FakeScript());

  @Test
  void text_widthCaseAndScript_areFolded() {
    assertThat(normalizer.text("ＡＢＣ１２３　連衣裙")).isEqualTo("abc123 连衣裙");
    assertThat(normalizer.text("Lancôme")).isEqualTo("lancome");
    assertThat(normalizer.text("Lanco\u0302me")).isEqualTo("lancome");
  }

  @Test
  void key_spacesAndSigns_doNotCount() {
    assertThat(normalizer.key("iPhone 15")).isEqualTo(normalizer.key("iphone15"));
    assertThat(normalizer.key("SK-II 神仙水")).isEqualTo("skii神仙水");
    assertThat(normalizer.key("【口红】！")).isEqualTo("口红");
    assertThat(normalizer.key("levi's")).isEqualTo("levis");
    assertThat(normalizer.key("h&m")).isEqualTo("h&m");
  }

  @Test
  void key_numbers_stayWhole() {
    assertThat(normalizer.key("12 8")).isEqualTo("12 8").isNotEqualTo(normalizer.key("128"));
    assertThat(normalizer.key("1.5匹")).isEqualTo("1.5匹");
    assertThat(normalizer.key("30*40")).isEqualTo("30x40").isEqualTo(normalizer.key("30×40"));
    assertThat(normalizer.key("3~6岁")).isEqualTo("3-6岁");
    assertThat(normalizer.key("225/55r17")).isEqualTo("225/55r17");
    assertThat(normalizer.key("p40 pro+")).isEqualTo("p40pro+");
  }

  @Test
  void text_isIdempotent() {
    for (String typed : List.of("12 8", "iPhone 15 手机壳", "a - b", "30*40cm", "h & m", "x\t\n y")) {
      String once = normalizer.text(typed);
      assertThat(normalizer.text(once)).isEqualTo(once);
    }
  }

  @Test
  void text_oddInput_isHeld() {
    assertThat(normalizer.text("")).isEmpty();
    assertThat(normalizer.text(" \t\u3000\n")).isEmpty();
    assertThat(normalizer.text("！？。…")).isEmpty();
    assertThat(normalizer.text("🐱口红🎁")).isEqualTo("口红");
    assertThat(normalizer.text("\uD83D口红\uDC31")).isEqualTo("口红");
    assertThat(normalizer.text("\uD83D")).isEmpty();
    assertThat(normalizer.text("𠮷野家")).isEqualTo("𠮷野家");
    assertThat(normalizer.text("口\u200B红")).isEqualTo("口红");
    assertThat(normalizer.text("口\u0000红")).isEqualTo("口 红");
  }

  @Test
  void text_aMegabyte_isHeld() {
    String typed = "口红 ".repeat(350_000);
    assertThat(normalizer.key(typed)).hasSize(700_000);
  }
}
