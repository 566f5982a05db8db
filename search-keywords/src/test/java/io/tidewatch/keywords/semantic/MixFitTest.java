package io.tidewatch.keywords.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.vector.Neighbor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class MixFitTest {
  private static final int GROUPS = 10;
  private static final int EACH = 4;
  private final Behavior behavior = new Behavior();
  private final List<String> keywords = new ArrayList<>();

  /** Ten groups of four keywords; in the later part a group clicks one product of its own. */
  private void plant(IntFunction<String> clickedBefore) {
    for (int group = 0; group < GROUPS; group++) {
      for (int k = 0; k < EACH; k++) {
        String keyword = "w" + group + "x" + k;
        keywords.add(keyword);
        behavior.search(keyword, 2, keyword, null).click(keyword, 2, "b.p" + group, null);
        String before = clickedBefore.apply(group);
        behavior.search(keyword, 12, keyword, null).click(keyword, 12, before, null);
      }
    }
  }

  private Mix fit(Function<String, WishReader.Nearest> nearest) {
    var config = SemanticConfig.DEFAULT;
    var split = Behavior.END.minus(Duration.ofDays(7));
    var from = Behavior.END.minus(Duration.ofDays(28));
    return new MixFit(
            Vocabulary.read(
                behavior, Shop.CATALOGUE, new Window(from, split, config.zone()), config),
            Vocabulary.read(
                behavior, Shop.CATALOGUE, new Window(split, Behavior.END, config.zone()), config),
            config)
        .fit(nearest);
  }

  /** A keyword of the group stands first and lends its clicks, the rest is in chance order. */
  private WishReader.Nearest oneOfTheGroupFirst(String wish, Random random) {
    String group = wish.substring(0, wish.indexOf('x') + 1);
    var shuffled = new ArrayList<>(keywords);
    shuffled.remove(wish);
    Collections.shuffle(shuffled, random);
    String lender =
        shuffled.stream().filter(k -> k.startsWith(group)).findFirst().orElseThrow();
    var nearest = new ArrayList<Neighbor>();
    nearest.add(new Neighbor(lender, .95));
    for (int i = 0; i < shuffled.size(); i++) {
      if (!shuffled.get(i).equals(lender)) {
        nearest.add(new Neighbor(shuffled.get(i), .6 - .001 * i));
      }
    }
    return new WishReader.Nearest(nearest, List.of());
  }

  @Test
  void fit_clicksThatAgreeWithLaterClicks_weighATenth() {
    plant(group -> "b.p" + group);
    var random = new Random(7);
    Mix mix = fit(wish -> oneOfTheGroupFirst(wish, random));
    assertThat(mix.fitted()).isTrue();
    assertThat(mix.clicks()).isEqualTo(.1);
    assertThat(mix.meaning() + mix.text() + mix.clicks()).isEqualTo(1);
  }

  @Test
  void fit_clicksThatDoNot_weighNothing() {
    // before, a keyword's clicks went to the product of the next group
    plant(group -> "b.p" + (group + 1) % GROUPS);
    Mix mix = fit(wish -> {
      String group = wish.substring(0, wish.indexOf('x') + 1);
      String next = "w" + (Integer.parseInt(group.substring(1, group.length() - 1)) + 1) % GROUPS;
      return new WishReader.Nearest(
          keywords.stream()
              .filter(k -> !k.equals(wish))
              .map(k ->
                  new Neighbor(k, k.startsWith(group) ? .5 : k.startsWith(next + "x") ? .4999 : .1))
              .toList(),
          List.of());
    });
    assertThat(mix.fitted()).isTrue();
    assertThat(mix.clicks()).isZero();
  }

  @Test
  void fit_fewKeywords_givesTheDefault() {
    var few = new Behavior();
    few.search("u", 2, "口红", null).click("u", 2, "b.p", null);
    var config = SemanticConfig.DEFAULT;
    Vocabulary one =
        Vocabulary.read(few, Shop.CATALOGUE, Window.before(Behavior.END, 7, config.zone()), config);
    assertThat(new MixFit(one, one, config).fit(w -> WishReader.Nearest.NONE))
        .isEqualTo(Mix.DEFAULT);
  }
}
