package io.tidewatch.audience.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class UserTableTest {
  private static final List<FeatureSpec> FEATURES = List.of(
      FeatureSpec.number("spend"), FeatureSpec.category("city"), FeatureSpec.tags("topics"));

  @Test
  void number_notFinite_isRefusedByFeatureAndUser() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
      var builder = UserTable.of(FEATURES);
      builder.user();
      builder.user();
      assertThatThrownBy(() -> builder.number(0, bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("feature spend of user 1: requires a finite number, got " + bad);
    }
  }

  @Test
  void value_twiceOrOfAnotherKind_isRefused() {
    var builder = UserTable.of(FEATURES);
    builder.user();
    builder.category(1, "sh");
    assertThatThrownBy(() -> builder.category(1, "bj")).hasMessageContaining("got a second");
    assertThatThrownBy(() -> builder.number(2, 1)).hasMessageContaining("requires TAGS");
    assertThatThrownBy(() -> builder.tag(2, "skin", 0)).hasMessageContaining("positive weight");
    builder.user();
    assertThat(builder.category(1, "bj").build().size()).isEqualTo(2);
  }

  @Test
  void tag_twice_addsWeights() {
    var builder = UserTable.of(FEATURES);
    builder.user();
    UserTable table = builder.tag(2, "skin", 1).tag(2, "food").tag(2, "skin", 2).build();
    assertThat(table.cells()).isEqualTo(2);
    assertThat(table.value(0)).isEqualTo(3);
  }

  @Test
  void table_beforeAUser_refusesValues() {
    assertThatThrownBy(() -> UserTable.of(FEATURES).number(0, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void features_oneNameTwice_isRefused() {
    assertThatThrownBy(() -> UserTable.of(List.of(FeatureSpec.number("a"), FeatureSpec.tags("a"))))
        .hasMessageContaining("got a twice");
  }

  @Test
  void with_scores_addsWhatIsKnown() {
    var builder = UserTable.of(FEATURES);
    builder.user();
    builder.category(1, "sh").tag(2, "skin", 2);
    builder.user();
    UserTable wider = builder.number(0, 5).build().with("peer", new double[] {0.5, Double.NaN});
    assertThat(wider.cells()).isEqualTo(4);
    assertThat(wider.value(2)).isEqualTo(0.5f);
    assertThat(wider.start(2) - wider.start(1)).isEqualTo(1);
    assertThatThrownBy(() -> wider.with("x", new double[1])).hasMessageContaining("got 1 for 2");
  }

  @Test
  void only_someFeatures_dropsTheOthers() {
    var builder = UserTable.of(FEATURES);
    builder.user();
    UserTable table = builder.number(0, 1).category(1, "sh").tag(2, "skin").build();
    assertThat(table.only(List.of("topics", "spend")).cells()).isEqualTo(2);
    assertThatThrownBy(() -> table.only(List.of("age"))).hasMessageContaining("age is unknown");
  }
}
