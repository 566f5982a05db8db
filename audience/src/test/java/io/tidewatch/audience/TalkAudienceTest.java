package io.tidewatch.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.audience.answer.Expansion;
import io.tidewatch.audience.answer.FeatureKindRow;
import io.tidewatch.audience.answer.FeatureRow;
import io.tidewatch.audience.answer.Features;
import io.tidewatch.audience.feature.TalkSource;
import io.tidewatch.audience.query.Target;
import io.tidewatch.model.trend.ProductTalk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of products, as part of an audience. */
class TalkAudienceTest {
  private static final ProductTalk PRAISE =
      new ProductTalk("tent.p", 9, 9, Map.of("quality", 6L), Map.of(), Map.of("露营", 4L));

  private final Said said = new Said();
  private final FakeBehaviorStore store = Market.store();
  private final AudienceDesk desk = new AudienceDesk(Market.sources(store).withTalk(said));

  @Test
  void features_praisedAspectsAndTopics_areWeighedLikeOthers() {
    said.say(PRAISE, Market.LATELY);

    FeatureRow aspect = row("aspect:quality");

    assertThat(aspect.taUsers()).isEqualTo(45);
    assertThat(aspect.users()).isEqualTo(85);
    assertThat(aspect.kept()).isTrue();
    assertThat(aspect.name()).isEqualTo("praised for: quality");
    assertThat(row("topic:露营").users()).isEqualTo(85);
    assertThat(row("topic:露营").name()).isEqualTo("#露营#");
  }

  @Test
  void features_whatIsSaidAtTOrLaterOrLongBefore_changesNothing() {
    Features before = features();
    said.say(PRAISE, Market.END);
    said.say(PRAISE, Market.END.plusSeconds(1));
    said.say(PRAISE, Market.END.minus(Duration.ofDays(91)));

    assertThat(features()).isEqualTo(before);
  }

  @Test
  void expand_praiseAlone_reachesNobodyMore() {
    int silent = expansion().rows().size();
    said.say(
        new ProductTalk("bean.p", 9, 9, Map.of("quality", 6L), Map.of(), Map.of()), Market.LATELY);

    assertThat(expansion().rows()).hasSize(silent);
  }

  @Test
  void catalogue_saysThatTalkIsJoinedByProduct() {
    said.say(PRAISE, Market.LATELY);

    FeatureKindRow aspect = desk.catalogue(Market.END, Locale.ENGLISH).stream()
        .filter(kind -> kind.kind().equals("aspect"))
        .findFirst()
        .orElseThrow();

    assertThat(aspect.values()).isEqualTo(1);
    assertThat(aspect.users()).isEqualTo(85);
    assertThat(aspect.meaning()).contains("by product");
  }

  private Features features() {
    return desk.features(new Target.OfBrand("alpha"), Market.END, Locale.ENGLISH);
  }

  private Expansion expansion() {
    return desk.expand(
        new Target.OfBrand("alpha"), Market.END, 1000, List.of("interest"), Locale.ENGLISH);
  }

  private FeatureRow row(String feature) {
    return features().rows().stream()
        .filter(row -> row.feature().equals(feature))
        .findFirst()
        .orElseThrow();
  }

  /** Remembers when what was said. */
  private static final class Said implements TalkSource {
    private final List<Saying> sayings = new ArrayList<>();

    private record Saying(ProductTalk talk, Instant at) {}

    void say(ProductTalk talk, Instant at) {
      sayings.add(new Saying(talk, at));
    }

    @Override
    public Collection<ProductTalk> between(Instant from, Instant to) {
      return sayings.stream()
          .filter(s -> !s.at().isBefore(from) && s.at().isBefore(to))
          .map(Saying::talk)
          .toList();
    }

    @Override
    public long revision() {
      return sayings.size();
    }
  }
}
