package io.tidewatch.api.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.trend.KeyKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Catalogue CATALOGUE = new Catalogue(
      List.of(new Category("phone", "手机", "Phones", null, true)),
      List.of(
          new Brand("xiaomi", "小米", List.of("mi", "米家"), List.of("phone"), List.of()),
          new Brand("mijia", "米家生活", List.of("米家"), List.of("phone"), List.of())),
      List.of(new Product("xiaomi.14", "小米14", "xiaomi", "phone", null, List.of("米14"))),
      List.of());

  @Test
  void instant_dateOnly_isTheStartOfTheDayInTheZone() {
    assertThat(of("from", "2025-06-01").instant("from"))
        .isEqualTo(Instant.parse("2025-05-31T16:00:00Z"));
  }

  @Test
  void instant_plusSignDecodedAsSpace_isStillRead() {
    assertThat(of("asOf", "2025-06-27T00:00:00 08:00").instant("asOf"))
        .isEqualTo(Instant.parse("2025-06-26T16:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-02-30", "yesterday", "2025-06-27T00:00:00", "2025-13-01"})
  void instant_notATime_namesArgumentRuleAndValue(String value) {
    assertThatThrownBy(() -> of("asOf", value).instant("asOf"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("asOf")
        .hasMessageContaining("ISO-8601")
        .hasMessageContaining(value);
  }

  @Test
  void duration_hoursAndDays_areRead() {
    assertThat(of("window", "7d").duration("window", Duration.ZERO)).isEqualTo(Duration.ofDays(7));
    assertThat(of("window", "24h").duration("window", Duration.ZERO))
        .isEqualTo(Duration.ofHours(24));
    assertThatThrownBy(() -> of("window", "90m").duration("window", Duration.ZERO))
        .hasMessageContaining("window: whole hours or days");
  }

  @Test
  void number_outOfRange_namesTheRange() {
    assertThatThrownBy(() -> of("top", "0").number("top", 20, 1, 1000))
        .hasMessage("top: a whole number from 1 to 1000 is required, got 0");
    assertThatThrownBy(() -> of("top", "many").number("top", 20, 1, 1000))
        .hasMessage("top: a whole number from 1 to 1000 is required, got many");
  }

  @Test
  void oneOf_unknownName_listsTheNames() {
    assertThat(of("kind", "brand").oneOf("kind", KeyKind.class)).isEqualTo(KeyKind.BRAND);
    assertThatThrownBy(() -> of("kind", "colour").oneOf("kind", KeyKind.class))
        .hasMessageContaining("brand, product, aspect, hashtag, term")
        .hasMessageContaining("colour");
  }

  @Test
  void brand_byIdNameOrAlias_isTheSameBrand() {
    for (String name : List.of("xiaomi", "小米", "MI")) {
      assertThat(of("brand", name).brand("brand", CATALOGUE)).isEqualTo("xiaomi");
    }
  }

  @Test
  void brand_ambiguousAlias_namesTheCandidates() {
    assertThatThrownBy(() -> of("brand", "米家").brand("brand", CATALOGUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("xiaomi (小米)")
        .hasMessageContaining("mijia (米家生活)");
  }

  @Test
  void brand_unknownName_namesWhatIsNear() {
    assertThatThrownBy(() -> of("brand", "小米手机").brand("brand", CATALOGUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 小米手机; near it are 小米");
  }

  @Test
  void only_unknownArgument_isRefused() {
    assertThatThrownBy(() -> of("tpo", "3").only(List.of(Param.number("top", "Rows.", 20))))
        .hasMessageContaining("tpo: one of top is required");
  }

  @Test
  void only_missingRequiredArgument_isRefused() {
    assertThatThrownBy(() -> new Arguments(Map.of(), SHANGHAI, "test")
            .only(List.of(Param.required("kind", "Kind.", "brand"))))
        .hasMessage("kind: is required, got nothing");
  }

  private static Arguments of(String name, String value) {
    return new Arguments(Map.of(name, value), SHANGHAI, "test");
  }
}
