package io.tidewatch.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.audience.answer.AudienceRow;
import io.tidewatch.audience.answer.Expansion;
import io.tidewatch.audience.answer.SegmentRow;
import io.tidewatch.audience.query.Target;
import io.tidewatch.model.group.SavedSegment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentDeskTest {
  private final FakeBehaviorStore store = Market.store();
  private final MemorySegments saved = new MemorySegments();
  private final AudienceDesk desk = new AudienceDesk(
      Market.sources(store).withFamilies(words -> Map.of("露营 帐篷", "露营")), () -> saved);
  private final SegmentDesk segments = desk.segments(() -> Market.END);

  @BeforeEach
  void attributes() {
    for (int i = 0; i < 100; i++) {
      store.tell(
          "other%03d".formatted(i),
          Market.LATELY,
          "city",
          i < 40 ? "上海" : "北京",
          i % 2 == 0 ? "declared" : "inferred");
    }
    for (int i = 100; i < 130; i++) {
      store.search("other%03d".formatted(i), Market.LATELY, "露营 帐篷", "camping");
    }
  }

  /** Of 60 buyers 45 love camping, and so do 40 of 340 others; 20 of these and 45 searched it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "everyone | 400",
        "brand:alpha state:P,L | 60",
        "brand:alpha state:O | 340",
        "brand:tent state:I | 80",
        "category:camping | 110",
        "brand:tent | 80",
        "brand:tent>=0.9 |",
        "attribute:city=上海 | 40",
        "did:order brand:alpha | 60",
        "did:order category:makeup within:3d |",
        "did:click | 400",
        "did:click times:2 | 90",
        "did:click product:tent.p within:30d | 80",
        "searched:露营 | 90",
        "searched:露营 times:2 |",
        "did:click brand:tent AND NOT did:order brand:alpha | 40",
        "attribute:city=上海 OR brand:alpha state:P | 100",
        "everyone AND did:click brand:tent AND did:search | 60",
      })
  void show_question_countsItsUsers(String query, Integer users) {
    segments.save("s", query);

    assertThat(segments.show("s", Market.END).orElseThrow().users()).isEqualTo(users);
  }

  @Test
  void show_otherSegments_areReadByName() {
    segments.save("buyers", "did:order brand:alpha");
    segments.save("campers", "did:click brand:tent");
    segments.save("both", "segment:buyers AND segment:campers");

    SegmentRow both = segments.show("both", null).orElseThrow();
    assertThat(both.users()).isEqualTo(40);
    assertThat(both.base()).isEqualTo(400);
    assertThat(segments.list(null))
        .extracting(SegmentRow::name)
        .containsExactly("both", "buyers", "campers");
    assertThat(segments.list(null)).extracting(SegmentRow::users).containsExactly(40, 60, 80);
  }

  @Test
  void show_earlierTime_seesNothingLater() {
    segments.save("buyers", "did:order brand:alpha");
    Instant before = Market.LATELY.minus(Duration.ofDays(1));

    assertThat(segments.show("buyers", before).orElseThrow().users()).isNull();
  }

  @Test
  void show_fewerThanTwenty_tellsNoNumber() {
    segments.save("young", "did:click brand:young");

    assertThat(segments.show("young", null).orElseThrow().users()).isNull();
  }

  @Test
  void show_returnedOrder_isNoOrder() {
    for (int i = 0; i < 25; i++) {
      store.order(
          "back" + i,
          "buyer%03d".formatted(i),
          Market.LATELY,
          "tent",
          "tent.p",
          "camping",
          "9",
          "CNY");
      store.refund("back" + i, Market.LATELY.plusSeconds(5), "9");
    }
    segments.save("tents", "did:order brand:tent");

    assertThat(
            segments.show("tents", Market.LATELY.plusSeconds(1)).orElseThrow().users())
        .isEqualTo(20);
    assertThat(segments.show("tents", Market.END).orElseThrow().users()).isNull();
  }

  @Test
  void save_names_areKeptAsIds() {
    SavedSegment segment = segments.save("s", "brand:阿尔法 state:L,P AND category:露营");

    assertThat(segment.query()).isEqualTo("brand:alpha state:P,L AND category:camping");
    assertThat(segment.savedAt()).isEqualTo(Market.END);
  }

  @Test
  void save_cycle_isRefusedAndNothingChanges() {
    segments.save("a", "everyone");
    segments.save("b", "segment:a");
    segments.save("c", "segment:b");

    assertThatThrownBy(() -> segments.save("a", "segment:c AND everyone"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a > c > b > a");
    assertThatThrownBy(() -> segments.save("d", "segment:d")).hasMessageContaining("d > d");
    assertThatThrownBy(() -> segments.save("d", "segment:none"))
        .hasMessage("query: a saved segment is required, got none");
    assertThat(segments.list(null))
        .extracting(SegmentRow::query)
        .containsExactly("everyone", "segment:a", "segment:b");
  }

  @Test
  void save_badName_isRefused() {
    assertThatThrownBy(() -> segments.save(" a", "everyone")).hasMessageStartingWith("name: ");
    assertThatThrownBy(() -> segments.save("a\"b", "everyone")).hasMessageStartingWith("name: ");
  }

  @Test
  void delete_usedByAnother_isRefused() {
    segments.save("a", "everyone");
    segments.save("b", "segment:a");

    assertThatThrownBy(() -> segments.delete("a")).hasMessageContaining("named by b");
    assertThat(segments.delete("b")).isTrue();
    assertThat(segments.delete("a")).isTrue();
    assertThat(segments.delete("a")).isFalse();
  }

  @Test
  void list_emptyStore_namesSegmentsWithoutSizes() {
    AudienceDesk empty = new AudienceDesk(Market.sources(new FakeBehaviorStore()), () -> saved);
    assertThat(empty.segments(() -> Market.END).list(null)).isEmpty();
    segments.save("a", "everyone");

    SegmentRow row = empty.segments(() -> Market.END).list(null).getFirst();
    assertThat(row.users()).isNull();
    assertThat(row.asOf()).isNull();
  }

  @Test
  void expand_segment_startsFromItsUsers() {
    segments.save("campers", "did:click brand:tent AND did:order brand:alpha");

    Expansion expansion = desk.expand(
        new Target.OfSegment("campers"), null, 1000, List.of("interest"), Locale.ENGLISH);
    assertThat(expansion.base().orElseThrow().rule()).isEqualTo("segment");
    assertThat(expansion.base().orElseThrow().target()).isEqualTo(45);
    assertThat(expansion.rows())
        .extracting(AudienceRow::userId)
        .isNotEmpty()
        .allMatch(user -> user.startsWith("other") || Integer.parseInt(user.substring(5)) >= 45);
  }

  @Test
  void features_segment_areWeighed() {
    segments.save("campers", "did:click brand:tent");

    assertThat(
            desk.features(new Target.OfSegment("campers"), null, Locale.ENGLISH).rows())
        .anyMatch(row -> row.feature().equals("category:camping") && row.kept());
  }

  @Test
  void target_unknownOrEmptySegment_isRefused() {
    segments.save("nobody", "did:order brand:ghost");

    assertThatThrownBy(() -> desk.features(new Target.OfSegment("x"), null, Locale.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("segment: a saved segment is required, got x");
    assertThatThrownBy(() -> desk.features(new Target.OfSegment("nobody"), null, Locale.ENGLISH))
        .isInstanceOf(NoAudienceException.class)
        .hasMessageContaining("got none in nobody");
    assertThatThrownBy(() ->
            desk.expand(new Target.OfSegment("nobody"), null, 5, List.of("lost"), Locale.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
