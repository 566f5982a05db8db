package io.tidewatch.audience.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EncoderTest {
  private static final EncodingSettings ALL =
      new EncodingSettings(new Discretisation.Quantiles(4), 2, 0, 0, 1000);

  /** Users 0 to 9: number is the user's, missing for the last two; the first four are positive. */
  private static Sample ten() {
    var builder = UserTable.of(
        List.of(FeatureSpec.number("n"), FeatureSpec.category("c"), FeatureSpec.tags("t")));
    for (int i = 0; i < 10; i++) {
      builder.user();
      if (i < 8) {
        builder.number(0, i);
      }
      builder.category(1, i < 3 ? "red" : i < 9 ? "blue" : "rare");
      if (i < 4) {
        builder.tag(2, "hot", i + 1);
      }
    }
    boolean[] positive = new boolean[10];
    Arrays.fill(positive, 0, 4, true);
    return Sample.all(builder.build(), positive);
  }

  private static String row(Encoder encoder, EncodedMatrix matrix, int row) {
    var text = new StringBuilder();
    for (int e = matrix.start(row); e < matrix.start(row + 1); e++) {
      text.append(encoder.columns().get(matrix.columnArray()[e]).label())
          .append(':')
          .append(matrix.valueArray()[e])
          .append(' ');
    }
    return text.toString().strip();
  }

  @Test
  void oneHot_tenUsers_namesEveryLevelButTheCommonest() {
    Sample sample = ten();
    Encoder encoder = Encoder.fit(sample, Form.ONE_HOT, ALL);
    assertThat(encoder.columns())
        .extracting(Column::label)
        .containsExactly(
            "n below 2", "n 2 to below 4", "n 4 to below 6", "n 6 or more", "c = red", "t = hot");
    EncodedMatrix matrix = encoder.encode(sample.table(), new int[] {1, 9, 7, 3});
    assertThat(row(encoder, matrix, 0)).startsWith("n below 2:1.0 c = red:1.0 t = hot:");
    assertThat(row(encoder, matrix, 1)).isEmpty();
    assertThat(row(encoder, matrix, 2)).isEqualTo("n 6 or more:1.0");
    assertThat(row(encoder, matrix, 3)).isEqualTo("n 2 to below 4:1.0 t = hot:1.0");
  }

  @Test
  void missing_whenNotTheCommonest_hasItsOwnColumn() {
    var builder = UserTable.of(List.of(FeatureSpec.number("n")));
    boolean[] positive = new boolean[20];
    for (int i = 0; i < 20; i++) {
      builder.user();
      positive[i] = i < 5;
      if (i >= 5) {
        builder.number(0, 1);
      }
    }
    Sample sample = Sample.all(builder.build(), positive);
    Encoder encoder = Encoder.fit(sample, Form.ONE_HOT, ALL);
    assertThat(encoder.columns()).extracting(Column::label).containsExactly("n is missing");
    EncodedMatrix matrix = encoder.encode(sample.table(), new int[] {0, 5});
    assertThat(row(encoder, matrix, 0)).isEqualTo("n is missing:1.0");
    assertThat(row(encoder, matrix, 1)).isEmpty();
  }

  @Test
  void ordinal_numbers_haveRisingIdsAndNoEntryWhenMissing() {
    Sample sample = ten();
    Encoder encoder = Encoder.fit(sample, Form.ORDINAL, ALL);
    EncodedMatrix matrix = encoder.encode(sample.table(), IntStream.range(0, 10).toArray());
    float last = 0;
    for (int user = 0; user < 8; user++) {
      assertThat(encoder.columns().get(matrix.columnArray()[matrix.start(user)]).label())
          .isEqualTo("n");
      float id = matrix.valueArray()[matrix.start(user)];
      assertThat(id).isGreaterThanOrEqualTo(last).isBetween(1f, 4f);
      last = id;
    }
    assertThat(last).isEqualTo(4);
    assertThat(row(encoder, matrix, 8)).doesNotContain("n:");
  }

  @Test
  void unseenValue_countsAsRare() {
    Sample sample = ten();
    Encoder encoder = Encoder.fit(sample, Form.ONE_HOT, ALL);
    var builder = UserTable.of(sample.table().features());
    builder.user();
    builder.number(0, 1e6).category(1, "green").tag(2, "cold");
    EncodedMatrix matrix = encoder.encode(builder.build(), new int[] {0});
    assertThat(row(encoder, matrix, 0)).isEqualTo("n 6 or more:1.0");
  }

  @Test
  void rareValues_areLeftOutAndFallTogether() {
    var builder = UserTable.of(List.of(FeatureSpec.category("c"), FeatureSpec.tags("t")));
    boolean[] positive = new boolean[40];
    for (int i = 0; i < 40; i++) {
      builder.user();
      positive[i] = i < 10;
      builder.category(0, i < 10 ? "rare" + i : i < 30 ? "common" : "other");
      builder.tag(1, i < 10 ? "tag" + i : "t");
    }
    Sample sample = Sample.all(builder.build(), positive);
    Encoder encoder = Encoder.fit(
        sample, Form.ONE_HOT, new EncodingSettings(new Discretisation.Quantiles(4), 5, 0, 0, 99));
    assertThat(encoder.columns())
        .extracting(Column::label)
        .containsExactly("c is another value", "c = other", "t = t");
  }

  @Test
  void uninformativeFeatures_areDropped_butOneStays() {
    Sample planted = PlantedMarket.of(20_000, 1).sample();
    assertThat(Encoder.fit(planted, Form.ORDINAL, EncodingSettings.DEFAULT).features())
        .containsExactly("orders", "recency", "city", "topics");
    Encoder only = Encoder.fit(
        planted.over(planted.table().only(List.of("noise"))),
        Form.ORDINAL,
        EncodingSettings.DEFAULT);
    assertThat(only.features()).containsExactly("noise");
  }

  @Test
  void columns_areAtMostAsManyAsAllowed() {
    Encoder encoder = Encoder.fit(
        PlantedMarket.of(5000, 1).sample(),
        Form.ONE_HOT,
        new EncodingSettings(new Discretisation.Quantiles(8), 20, 0, 0, 9));
    assertThat(encoder.columns()).hasSizeBetween(1, 9);
  }

  @Test
  void table_withoutAFeature_isRefused() {
    Encoder encoder = Encoder.fit(ten(), Form.ONE_HOT, ALL);
    var builder = UserTable.of(List.of(FeatureSpec.number("n"), FeatureSpec.tags("t")));
    builder.user();
    UserTable table = builder.build();
    assertThatThrownBy(() -> encoder.encode(table, new int[] {0}))
        .hasMessageContaining("feature c of kind CATEGORY is required");
  }

  @Test
  void sample_empty_isRefused() {
    UserTable none = UserTable.of(List.of(FeatureSpec.number("n"))).build();
    assertThatThrownBy(() -> Encoder.fit(Sample.all(none, new boolean[0]), Form.ONE_HOT, ALL))
        .hasMessageContaining("at least one user is required, got none");
  }
}
