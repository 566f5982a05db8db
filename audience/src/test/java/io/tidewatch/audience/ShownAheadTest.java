package io.tidewatch.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.audience.aipl.AiplReader;
import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.aipl.ShownSearches;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.model.behavior.AudienceFact;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.behavior.ShownBrand;
import io.tidewatch.model.behavior.UserAttribute;
import io.tidewatch.model.behavior.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ShownAheadTest {
  private static final int DAYS = 15;

  private final FakeBehaviorStore store = new FakeBehaviorStore()
      .search("one", Market.LATELY, "口红", "makeup", List.of("alpha", "beta"))
      .search("two", Market.LATELY, "咖啡", "coffee", List.of("bean"));
  private final List<Set<String>> asked = new ArrayList<>();
  private final UserFacts facts =
      new Snapshots(Market.sources(store)).at(Market.END, "1", DAYS).facts();
  private final ShownAhead ahead = new ShownAhead(new Counted());

  @Test
  void of_expectedBrands_areReadOnce_andAsAlone() {
    ahead.expect(List.of("alpha", "beta", "ghost"));

    assertThat(states("alpha")).containsExactly(AiplState.A, AiplState.O);
    assertThat(states("beta")).containsExactly(AiplState.A, AiplState.O);
    assertThat(states("ghost")).containsExactly(AiplState.O, AiplState.O);
    assertThat(asked).containsExactly(Set.of("alpha", "beta", "ghost"));
  }

  @Test
  void of_brandThatWasNotExpected_isReadAlone() {
    ahead.expect(List.of("alpha"));

    assertThat(states("bean")).containsExactly(AiplState.O, AiplState.A);
    assertThat(asked).containsExactly(Set.of("bean"));
  }

  @Test
  void expect_furtherBrands_readsAllAnew() {
    ahead.expect(List.of("alpha"));
    ahead.of(facts, "alpha", DAYS);
    ahead.expect(List.of("alpha", "bean"));

    assertThat(states("bean")).containsExactly(AiplState.O, AiplState.A);
    assertThat(asked).containsExactly(Set.of("alpha"), Set.of("alpha", "bean"));
  }

  @Test
  void of_otherDays_areReadAnew() {
    ahead.expect(List.of("alpha"));
    ahead.of(facts, "alpha", 1);

    assertThat(states("alpha")).containsExactly(AiplState.A, AiplState.O);
    assertThat(asked).hasSize(2);
  }

  /** Of users one and two. */
  private List<AiplState> states(String brand) {
    ShownSearches shown = ahead.of(facts, brand, DAYS);
    var states = new AiplReader(
            facts,
            BrandScope.of(brand, Market.CATALOGUE, facts),
            shown,
            AudienceConfig.DEFAULT.aipl())
        .now();
    return List.of(states.state(facts.user("one")), states.state(facts.user("two")));
  }

  private final class Counted implements AudienceFacts {
    @Override
    public void audienceFacts(Window window, Consumer<AudienceFact> sink) {
      store.audienceFacts(window, sink);
    }

    @Override
    public void shownBrands(Window window, Set<String> brandIds, Consumer<ShownBrand> sink) {
      asked.add(brandIds);
      store.shownBrands(window, brandIds, sink);
    }

    @Override
    public void userAttributes(Window window, Consumer<UserAttribute> sink) {
      store.userAttributes(window, sink);
    }
  }
}
