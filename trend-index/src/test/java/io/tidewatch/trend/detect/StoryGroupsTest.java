package io.tidewatch.trend.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.trend.detect.StoryGroups.Key;
import io.tidewatch.trend.detect.StoryGroups.Story;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoryGroupsTest {
  private static final Map<String, Long> TOGETHER = Map.of(
      "labubu 泡泡玛特", 12L,
      "labubu 拍卖", 8L,
      "拍卖 泡泡玛特", 5L,
      "labubu 网友", 6L,
      "网友 西贝", 4L,
      "偷拍 西贝", 4L);

  @Test
  void of_keysCountedTogether_areOneStoryUnderTheCatalogueName() {
    assertThat(groups().of(keys()))
        .containsExactly(
            new Story("泡泡玛特", List.of("labubu", "泡泡玛特", "拍卖")),
            new Story("西贝", List.of("西贝", "偷拍")),
            new Story("网友", List.of("网友")));
  }

  @Test
  void of_noNameOfTheCatalogue_takesScoreTimesCoverage() {
    var keys = List.of(new Key("labubu", 9, 20, false), new Key("拍卖", 3, 8, false));
    assertThat(groups().of(keys)).containsExactly(new Story("labubu", List.of("labubu", "拍卖")));
  }

  @Test
  void of_chainOfLinks_endsAtHalfOfTheStory() {
    var links = Map.of("a b", 5L, "a c", 5L, "c d", 5L);
    var keys = List.of(
        new Key("a", 9, 10, false),
        new Key("b", 8, 10, false),
        new Key("c", 7, 10, false),
        new Key("d", 6, 10, false));
    assertThat(new StoryGroups(
                600,
                (x, y) -> links.getOrDefault(x.compareTo(y) < 0 ? x + " " + y : y + " " + x, 0L))
            .of(keys))
        .extracting(Story::keys)
        .containsExactly(List.of("a", "b", "c"), List.of("d"));
  }

  @Test
  void of_keysThatDoNotRise_areLeftOut() {
    assertThat(groups().of(List.of(new Key("labubu", 0, 20, true)))).isEmpty();
    assertThat(groups().of(List.of())).isEmpty();
    assertThatThrownBy(() -> new StoryGroups(0, (a, b) -> 0)).hasMessageContaining("allUnits:");
  }

  @Test
  void explain_twoKeys_holdsWhatLinksThem() {
    var explained = groups().explain(new Key("labubu", 9, 20, false), new Key("拍卖", 3, 10, false));
    // 8 of the smaller one's 10 units are common; 8·N/(20·10) against independence
    assertThat(explained)
        .containsEntry("units.one", 20.0)
        .containsEntry("units.other", 10.0)
        .containsEntry("together", 8.0)
        .containsEntry("overlap", 0.8)
        .containsEntry("lift", explained.get("allUnits") * 8 / 200)
        .containsEntry("linked", 1.0);
    assertThat(groups().explain(new Key("labubu", 9, 20, false), new Key("西贝", 3, 10, false)))
        .containsEntry("together", 0.0)
        .containsEntry("linked", 0.0);
  }

  private static List<Key> keys() {
    return List.of(
        new Key("拍卖", 4, 8, false),
        new Key("labubu", 9, 20, false),
        new Key("网友", 1, 250, false),
        new Key("泡泡玛特", 6, 14, true),
        new Key("西贝", 5, 6, true),
        new Key("偷拍", 2, 5, false));
  }

  private static StoryGroups groups() {
    return new StoryGroups(
        600, (a, b) -> TOGETHER.getOrDefault(a.compareTo(b) < 0 ? a + " " + b : b + " " + a, 0L));
  }
}
