package io.tidewatch.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.behavior.AudienceFact;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.ShownBrand;
import io.tidewatch.model.behavior.UserAttribute;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.record.Interaction;
import io.tidewatch.model.record.Rating;
import io.tidewatch.model.record.User;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store tells about users. A subclass opens one. */
public abstract class AudienceFactsContract<S extends BehaviorStore & AudienceFacts>
    extends OpenedStore<S> {
  private static final Instant END = Facts.at("2025-06-30T16:00:00Z");
  private static final Window JUNE = Window.before(END, 30, ZoneId.of("Asia/Shanghai"));

  @Test
  void everything_whenEmpty_answersWithNothing() {
    assertThat(facts()).isEmpty();
    assertThat(shown("b1")).isEmpty();
    assertThat(attributes()).isEmpty();
  }

  @Test
  void audienceFacts_everyKindOfEvent_comesByUserAndTimeWithWhatItCarries() {
    accept(
        Facts.interaction(
            Interaction.Action.CLICK, "c1", "u2", "2025-06-03T00:00:00Z", "p3", null, null),
        Facts.interaction(
            Interaction.Action.FOLLOW, "f1", "u1", "2025-06-03T00:00:00Z", null, "b2", null),
        Facts.search("s1", "u1", "2025-06-02T00:00:00.5Z", " 手机 ", null, "p1", "p2", "p3"),
        new Rating(
            Facts.envelope(null, "rating", "g1"),
            "g1",
            "u1",
            Facts.at("2025-06-05T00:00:00Z"),
            "p1",
            4),
        Facts.order("o1", "u1", "2025-06-04T00:00:00Z", "p1", "10.5", null));

    List<AudienceFact> facts = facts();

    assertThat(facts)
        .extracting(f -> f.userId() + " " + f.action())
        .containsExactly("u1 search", "u1 follow", "u1 order", "u1 rating", "u2 click");
    AudienceFact search = facts.getFirst();
    assertThat(search.at()).isEqualTo(Facts.at("2025-06-02T00:00:00.5Z"));
    assertThat(search.keyword()).isEqualTo("手机");
    assertThat(search.categoryId()).isEqualTo("phone");
    assertThat(search.productId()).isNull();
    assertThat(search.paid()).isNull();
    assertThat(facts.get(1).brandId()).isEqualTo("b2");
    assertThat(facts.get(1).categoryId()).isNull();
    assertThat(facts.get(2).paid().amount()).isEqualByComparingTo("10.5");
    assertThat(facts.get(2).paid().quantity()).isEqualTo(1);
    assertThat(facts.get(2).paid().currency()).isEqualTo("CNY");
    assertThat(facts.get(2).paid().refunded()).isZero();
    assertThat(facts.get(2).paid().refundedAt()).isNull();
    assertThat(facts.get(2).stars()).isNull();
    assertThat(facts.get(3).stars()).isEqualTo(4);
    assertThat(facts.get(4).brandId()).isEqualTo("b3");
    assertThat(facts.get(4).categoryId()).isEqualTo("tea");
  }

  @Test
  void audienceFacts_refunds_addUpAndSayWhenTheLastWas() {
    accept(
        Facts.order("o1", "u1", "2025-06-04T00:00:00Z", "p1", "10", null),
        Facts.order("o2", "u1", "2025-06-05T00:00:00Z", "p1", "10", null),
        Facts.refund("r1", "o1", "2025-06-06T00:00:00Z", "4"),
        Facts.refund("r2", "o1", "2025-06-08T00:00:00Z", "6"),
        Facts.refund("r3", "o2", "2025-06-09T00:00:00Z", "9.9999"));

    List<AudienceFact> facts = facts();

    assertThat(facts.get(0).paid().isReturned()).isTrue();
    assertThat(facts.get(0).paid().refundedAt()).isEqualTo(Facts.at("2025-06-08T00:00:00Z"));
    assertThat(facts.get(1).paid().isReturned()).isFalse();
    assertThat(facts.get(1).paid().refunded()).isEqualByComparingTo(new BigDecimal("9.9999"));
  }

  @Test
  void everything_atOrAfterTheEnd_changesNothing() {
    accept(
        Facts.order("o1", "u1", "2025-06-04T00:00:00Z", "p1", "10", null),
        Facts.search("s1", "u1", "2025-06-02T00:00:00Z", "手机", null, "p1"),
        Facts.user("u1", "2025-06-01T00:00:00Z", Map.of("city", "上海")));
    List<AudienceFact> facts = facts();
    List<ShownBrand> shown = shown("b1");
    List<UserAttribute> attributes = attributes();

    accept(
        Facts.refund("r1", "o1", "2025-06-30T16:00:00Z", "10"),
        Facts.order("o2", "u1", "2025-06-30T16:00:00Z", "p2", "10", null),
        Facts.order("o3", "u1", "2025-08-01T00:00:00Z", "p2", "10", null),
        Facts.search("s2", "u1", "2025-06-30T16:00:00Z", "手机", null, "p1"),
        Facts.user("u2", "2025-06-30T16:00:00Z", Map.of("city", "北京")));
    accept(
        Facts.order("2025-09-01T00:00:00Z", "o3", "u1", "2025-07-02T00:00:00Z", "p1", "7", null));

    assertThat(facts()).isEqualTo(facts).hasSize(2);
    assertThat(shown("b1")).isEqualTo(shown).hasSize(1);
    assertThat(attributes()).isEqualTo(attributes).hasSize(1);
  }

  @Test
  void audienceFacts_correctionThatComesLate_isTheTruthOfItsEventTime() {
    accept(Facts.order("o1", "u1", "2025-06-04T00:00:00Z", "p1", "10", null));
    accept(
        Facts.order("2025-09-01T00:00:00Z", "o1", "u1", "2025-06-04T00:00:00Z", "p1", "7", null));

    assertThat(facts()).hasSize(1);
    assertThat(facts().getFirst().paid().amount()).isEqualByComparingTo("7");
  }

  @Test
  void shownBrands_onlyFocalOnes_onceASearch() {
    accept(
        Facts.search("s1", "u1", "2025-06-02T00:00:00Z", "手机", null, "p1", "p1", "p2"),
        Facts.search("s2", "u1", "2025-06-03T00:00:00Z", "茶", null, "p3"),
        Facts.search("s3", "u2", "2025-06-01T00:00:00Z", "手机", null));

    assertThat(shown("b1"))
        .containsExactly(new ShownBrand("u1", Facts.at("2025-06-02T00:00:00Z"), "b1"));
    assertThat(shown("b1", "b3")).extracting(ShownBrand::brandId).containsExactly("b1", "b3");
    assertThat(shown()).isEmpty();
    assertThat(shown("it's")).isEmpty();
  }

  @Test
  void userAttributes_oddTexts_comeBackWithSourceAndTime() {
    Instant at = Facts.at("2025-06-01T00:00:00Z");
    accept(new User(
        Facts.envelope(null, "user", "u1"),
        "u1",
        at,
        Map.of("city", "上海\"\n\\", "a,b", "{}", "empty", ""),
        "verified"));

    assertThat(attributes())
        .containsExactly(
            new UserAttribute("u1", at, "a,b", "{}", "verified"),
            new UserAttribute("u1", at, "city", "上海\"\n\\", "verified"),
            new UserAttribute("u1", at, "empty", "", "verified"));
  }

  private List<AudienceFact> facts() {
    var facts = new ArrayList<AudienceFact>();
    store.audienceFacts(JUNE, facts::add);
    return facts;
  }

  private List<ShownBrand> shown(String... brands) {
    var shown = new ArrayList<ShownBrand>();
    store.shownBrands(JUNE, Set.of(brands), shown::add);
    return shown;
  }

  private List<UserAttribute> attributes() {
    var attributes = new ArrayList<UserAttribute>();
    store.userAttributes(JUNE, attributes::add);
    return attributes;
  }
}
