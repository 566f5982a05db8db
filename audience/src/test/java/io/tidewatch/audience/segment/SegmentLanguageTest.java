package io.tidewatch.audience.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.audience.Market;
import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.facts.Action;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.segment.SegmentQuery.Carries;
import io.tidewatch.audience.segment.SegmentQuery.Did;
import io.tidewatch.audience.segment.SegmentQuery.InStates;
import io.tidewatch.audience.segment.SegmentQuery.Subject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentLanguageTest {
  @Test
  void read_states_resolvesTheBrandsName() {
    assertThat(read("brand:阿尔法 state:P,L"))
        .isEqualTo(new InStates("alpha", Set.of(AiplState.P, AiplState.L)));
  }

  @Test
  void read_brandAlone_isAnInterest() {
    assertThat(read("brand:阿尔法")).isEqualTo(new Carries(FeatureKind.BRAND, "alpha", null));
    assertThat(read("category:露营>=0.5"))
        .isEqualTo(new Carries(FeatureKind.CATEGORY, "camping", 0.5));
    assertThat(read("category:露营 >= 0.5"))
        .isEqualTo(new Carries(FeatureKind.CATEGORY, "camping", 0.5));
  }

  @Test
  void read_deed_takesItsQualifiers() {
    assertThat(read("did:order brand:阿尔法 within:30d times:2"))
        .isEqualTo(new Did(Action.ORDER, new Subject(Subject.Kind.BRAND, "alpha"), 30, 2));
    assertThat(read("did:search")).isEqualTo(new Did(Action.SEARCH, null, 90, 1));
  }

  @Test
  void read_operators_andBindsTighterThanOr() {
    assertThat(read("everyone AND NOT segment:a OR segment:b AND segment:c"))
        .isEqualTo(read("(everyone AND NOT segment:a) OR (segment:b AND segment:c)"))
        .isNotEqualTo(read("everyone AND NOT (segment:a OR segment:b) AND segment:c"));
  }

  @Test
  void read_fullWidthSigns_countLikeAscii() {
    assertThat(read("(brand:阿尔法 state:P,L)")).isEqualTo(read("(brand:阿尔法 state:P,L)"));
    assertThat(read("category:露营>=0.5")).isEqualTo(read("category:露营>=0.5"));
    assertThat(read("attribute:“city=New York”"))
        .isEqualTo(new SegmentQuery.Has("city", "New York"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NOT everyone",
        "everyone everyone",
        "everyone AND",
        "(everyone",
        "everyone)",
        "brand:",
        "brand:nobody",
        "brand:阿尔法 state:X",
        "state:P",
        "category:露营>=2",
        "category:露营>=zero",
        "attribute:city",
        "attribute:=x",
        "did:sleep",
        "did:order within:0d",
        "did:order within:911d",
        "did:order within:3h",
        "did:order times:0",
        "searched:\"x",
        "colour:red",
        "somebody"
      })
  void read_whatIsNoQuestion_isRefusedNamingTheRule(String query) {
    assertThatThrownBy(() -> read(query))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("required");
  }

  @Test
  void read_bracketsWithoutEnd_areRefusedBeforeTheStackIs() {
    assertThatThrownBy(() -> read("(".repeat(5_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 50 brackets");
  }

  @Test
  void text_anyQuestion_isReadBackAsItself() {
    var random = new SplittableRandom(8);
    for (int i = 0; i < 3_000; i++) {
      SegmentQuery query = normal(query(random, 3));
      assertThat(SegmentLanguage.read(query.text(), SegmentNames.IDS)).isEqualTo(query);
    }
  }

  /** As a reader would write it: brackets around one thing alone are nothing. */
  private static SegmentQuery normal(SegmentQuery query) {
    return SegmentLanguage.read(query.text(), SegmentNames.IDS);
  }

  private static SegmentQuery query(SplittableRandom random, int depth) {
    List<String> words = List.of("兰蔻", "a b", "x", "小(红)书", "c:d", "0", "AND");
    String word = words.get(random.nextInt(words.size()));
    int kind = random.nextInt(depth == 0 ? 7 : 10);
    return switch (kind) {
      case 0 -> new SegmentQuery.Everyone();
      case 1 -> new InStates(word, EnumSet.of(AiplState.values()[random.nextInt(5)], AiplState.P));
      case 2 ->
        new Carries(FeatureKind.CATEGORY, word, random.nextBoolean() ? null : Double.valueOf(0.25));
      case 3 -> new SegmentQuery.Has("city", word);
      case 4 ->
        new Did(
            Action.CLICK,
            random.nextBoolean() ? null : new Subject(Subject.Kind.PRODUCT, word),
            1 + random.nextInt(900),
            1 + random.nextInt(5));
      case 5 -> new SegmentQuery.Searched(word.toLowerCase(java.util.Locale.ROOT), 30, 1);
      case 6 -> new SegmentQuery.Saved(word);
      case 7 -> new SegmentQuery.All(parts(random, depth));
      case 8 -> new SegmentQuery.Any(parts(random, depth));
      default -> new SegmentQuery.Without(query(random, depth - 1), query(random, depth - 1));
    };
  }

  private static List<SegmentQuery> parts(SplittableRandom random, int depth) {
    return IntStream.range(0, 2 + random.nextInt(2))
        .mapToObj(i -> query(random, depth - 1))
        .toList();
  }

  private static SegmentQuery read(String query) {
    return SegmentLanguage.read(query, SegmentNames.of(Market.CATALOGUE));
  }
}
