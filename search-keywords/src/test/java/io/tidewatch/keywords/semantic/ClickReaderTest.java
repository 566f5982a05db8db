package io.tidewatch.keywords.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tidewatch.model.behavior.Window;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClickReaderTest {
  private static final Window WINDOW =
      Window.before(Behavior.END, 28, SemanticConfig.DEFAULT.zone());

  private final Behavior behavior = new Behavior();

  private ClickProfile profile(String keyword) {
    Map<String, ClickProfile> read = new ClickReader(behavior).read(WINDOW, Set.of("口红", "面霜"));
    return Objects.requireNonNull(read.getOrDefault(keyword, ClickProfile.NONE));
  }

  @Test
  void read_twoKeywordsADay_shareAClick() {
    behavior.search("u", 1, "口红", null).search("u", 1, "面霜", null);
    behavior.click("u", 1, "a.lip", "makeup");
    behavior.search("v", 1, "口红", null).click("v", 1, "b.lip", "makeup");
    // 口红: half a click on a.lip and one on b.lip
    assertThat(profile("口红").products())
        .containsOnly(entry("a.lip", 1 / 3.0), entry("b.lip", 2 / 3.0));
    assertThat(profile("面霜").products()).containsOnly(entry("a.lip", 1.0));
  }

  @Test
  void read_keywordOfAnotherCategory_getsNoClick() {
    behavior.search("u", 1, "口红", "makeup").search("u", 1, "面霜", "skincare");
    behavior.click("u", 1, "a.lip", "makeup");
    assertThat(profile("口红").categories()).containsOnly(entry("makeup", 1.0));
    assertThat(profile("面霜").isEmpty()).isTrue();
  }

  @Test
  void read_otherDayOrUser_isApart() {
    behavior.search("u", 1, "口红", null).click("u", 2, "a.lip", "makeup");
    behavior.click("v", 1, "a.lip", "makeup");
    assertThat(profile("口红").isEmpty()).isTrue();
  }

  @Test
  void read_order_countsAsThreeClicks() {
    behavior.search("u", 1, "口红", null).click("u", 1, "a.lip", "makeup");
    behavior.order("u", 1, "口红", "b.lip", "makeup");
    assertThat(profile("口红").products()).containsOnly(entry("a.lip", .25), entry("b.lip", .75));
  }

  @Test
  void read_keywordOutsideTheVocabulary_isLeftOut() {
    behavior.search("u", 1, "别的", null).click("u", 1, "a.lip", "makeup");
    assertThat(new ClickReader(behavior).read(WINDOW, Set.of("口红"))).isEmpty();
  }

  @Test
  void likeness_isTheMeanOverProductsAndCategories() {
    behavior.search("u", 1, "口红", null).click("u", 1, "a.lip", "makeup");
    behavior.search("v", 1, "面霜", null).click("v", 1, "b.lip", "makeup");
    // no common product, one common category
    assertThat(profile("口红").likeness(profile("面霜"))).isEqualTo(.5);
    assertThat(profile("口红").likeness(profile("口红"))).isEqualTo(1);
    assertThat(profile("口红").likeness(ClickProfile.NONE)).isZero();
  }
}
