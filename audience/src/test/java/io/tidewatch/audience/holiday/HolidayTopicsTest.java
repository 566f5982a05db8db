package io.tidewatch.audience.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.AudienceConfig;
import io.tidewatch.audience.FakeBehaviorStore;
import io.tidewatch.audience.facts.FactPacker;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.feature.WordFamilies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HolidayTopicsTest {
  private static final Instant START = Instant.parse("2024-10-12T16:00:00Z");
  private static final Instant END = Instant.parse("2024-11-11T16:00:00Z");
  private static final HolidayRun RUN =
      new HolidayRun("double-11", List.of("double-11", "双11"), START, END);
  private static final Instant DURING = START.plus(Duration.ofDays(20));
  private static final Instant BEFORE = START.minus(Duration.ofDays(5));

  private final FakeBehaviorStore store = new FakeBehaviorStore();

  @Test
  void words_thatRoseOrHoldTheName_areTheHolidays() {
    searches("buys", 40, DURING, "囤货清单");
    searches("hints", 25, DURING, "双 11 红包");
    searches("steady", 60, DURING, "口红");
    searches("steady", 60, BEFORE, "口红");
    searches("few", 10, DURING, "双11 预售");
    searches("number", 25, DURING, "双110 报警");
    searches("number", 25, BEFORE, "双110 报警");
    Map<String, HolidayWord> words = words(WordFamilies.ALONE);
    assertThat(words).containsOnlyKeys("囤货清单", "双 11 红包");
    assertThat(words.get("囤货清单").named()).isFalse();
    assertThat(words.get("双 11 红包").named()).isTrue();
    assertThat(words.get("囤货清单").searchers()).isEqualTo(40);
    assertThat(words.get("囤货清单").before()).isZero();
    // 40 of 160 searchers during, none of 85 before, a = 50·40/245
    double a = 50 * 40 / 245.0;
    double delta = Math.log((40 + a) / (160 + 50 - 40 - a)) - Math.log(a / (85 + 50 - a));
    double error = Math.sqrt(1 / (40 + a) + 1 / a);
    assertThat(words.get("囤货清单").rise()).isCloseTo(Math.exp(delta), within(1e-9));
    assertThat(words.get("囤货清单").low())
        .isCloseTo(Math.exp(delta - 1.645 * error), within(1e-9))
        .isGreaterThan(1.5);
  }

  @Test
  void words_whatLiesBeforeTheTimeBeforeOrAfterTheEnd_countsNowhere() {
    searches("buys", 40, DURING, "囤货清单");
    searches("old", 200, START.minus(Duration.ofDays(31)), "囤货清单");
    searches("late", 200, END, "囤货清单");
    searches("steady", 60, DURING, "口红");
    searches("steady", 60, BEFORE, "口红");
    assertThat(words(WordFamilies.ALONE).get("囤货清单").searchers()).isEqualTo(40);
    assertThat(words(WordFamilies.ALONE).get("囤货清单").before()).isZero();
  }

  @Test
  void words_spellings_countAsOne() {
    searches("buys", 12, DURING, "囤货清单");
    searches("others", 12, DURING, "屯货清单");
    searches("steady", 60, DURING, "口红");
    searches("steady", 60, BEFORE, "口红");
    assertThat(words(WordFamilies.ALONE)).isEmpty();
    assertThat(words(all -> Map.of("屯货清单", "囤货清单")).get("囤货清单").searchers()).isEqualTo(24);
  }

  @Test
  void words_nothingBefore_areThoseWithTheName() {
    searches("buys", 30, DURING, "囤货清单");
    searches("hints", 30, DURING, "双11 红包");
    assertThat(words(WordFamilies.ALONE)).containsOnlyKeys("双11 红包");
  }

  @Test
  void categories_areThoseThatTheWordsUsersShare() {
    for (int i = 0; i < 30; i++) {
      String user = "user%02d".formatted(i);
      store.search(user, DURING, "双11 面膜", "skincare");
      store.add(user, DURING, "click", "alpha", i < 6 ? "makeup" : "skincare");
      store.add(user, DURING, "impression", "tent", "camping");
      store.add(user, BEFORE, "click", "tent", "camping");
    }
    HolidayTopics topics = topics(WordFamilies.ALONE);
    assertThat(topics.categories()).containsExactly(new HolidayCategory("skincare", 1));
    assertThat(topics.in(facts()).stream().mapToObj(facts().categories()::name).toList())
        .containsExactly("skincare");
  }

  @Test
  void categories_weight_isTheShareOfTheLargestSwing() {
    for (int i = 0; i < 20; i++) {
      String user = "user%02d".formatted(i);
      store.search(user, DURING, "双11 面膜", "skincare");
      if (i < 16) {
        store.add(user, DURING, "click", "alpha", "makeup");
      }
    }
    // 16 users of three things (word, skincare, makeup) and 4 of two (word, skincare)
    double three = 16 * 15 / 2 * Math.pow(5 + 3, -0.6) / (1 + 3);
    double mixed = 16 * 4 * Math.pow(5 + 3, -0.3) * Math.pow(5 + 2, -0.3) / (1 + 2);
    double two = 4 * 3 / 2 * Math.pow(5 + 2, -0.6) / (1 + 2);
    List<HolidayCategory> categories = topics(WordFamilies.ALONE).categories();
    assertThat(categories)
        .extracting(HolidayCategory::categoryId)
        .containsExactly("skincare", "makeup");
    assertThat(categories.getFirst().weight()).isEqualTo(1);
    assertThat(categories.getLast().weight())
        .isCloseTo(three / (three + mixed + two), within(1e-9));
  }

  @Test
  void read_factsOfAnotherTime_isRefused() {
    UserFacts early = FactPacker.read(store, START, 910, AudienceConfig.DEFAULT.zone(), "CNY");
    assertThatThrownBy(
            () -> HolidayTopics.read(early, RUN, WordFamilies.ALONE, AudienceConfig.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("facts: those as of 2024-11-11T16:00:00Z");
  }

  @Test
  void run_endingBeforeItBegins_isRefused() {
    assertThatThrownBy(() -> new HolidayRun("x", List.of(), END, START))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holiday");
  }

  private void searches(String users, int count, Instant at, String word) {
    for (int i = 0; i < count; i++) {
      store.search(users + "%03d".formatted(i), at, word, "makeup");
    }
  }

  private UserFacts facts() {
    return FactPacker.read(store, END, 910, AudienceConfig.DEFAULT.zone(), "CNY");
  }

  private HolidayTopics topics(WordFamilies families) {
    return HolidayTopics.read(facts(), RUN, families, AudienceConfig.DEFAULT);
  }

  private Map<String, HolidayWord> words(WordFamilies families) {
    return topics(families).words().stream()
        .collect(Collectors.toMap(HolidayWord::word, word -> word));
  }
}
