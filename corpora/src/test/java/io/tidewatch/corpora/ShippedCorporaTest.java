package io.tidewatch.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.catalogue.Resolution;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file inside the product loads, and the files fit each other. */
class ShippedCorporaTest {
  private static final Catalogue CATALOGUE = SeedCatalogue.shipped();
  private static final SampleTexts TEXTS = SampleTexts.shipped();

  @Test
  void catalogue_shipped_isBigEnoughAndSpreadOut() {
    assertThat(CATALOGUE.brands()).hasSizeGreaterThanOrEqualTo(400);
    assertThat(CATALOGUE.products()).hasSizeGreaterThanOrEqualTo(2000);
    assertThat(CATALOGUE.brands().stream()
            .map(Brand::categories)
            .flatMap(c -> c.stream())
            .distinct())
        .hasSizeGreaterThanOrEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({
    "小棕瓶, estee-lauder",
    "红腰子, shiseido",
    "神仙水, sk-ii",
    "拉布布, pop-mart",
  })
  void catalogue_nickname_leadsToAProductOfTheBrand(String nickname, String brand) {
    assertThat(CATALOGUE.resolve(nickname, EntityKind.PRODUCT))
        .isInstanceOfSatisfying(
            Resolution.Found.class,
            found -> assertThat(CATALOGUE.product(found.id()).orElseThrow().brandId())
                .isEqualTo(brand));
  }

  @ParameterizedTest
  @CsvSource({"尔克", "鸿星尔克", "小米", "苹果", "荣耀", "李宁", "美的", "LV", "泡泡玛特"})
  void catalogue_brandName_isFound(String name) {
    assertThat(CATALOGUE.resolve(name, EntityKind.BRAND)).isInstanceOf(Resolution.Found.class);
  }

  @ParameterizedTest
  @CsvSource({"小米", "苹果", "荣耀", "美的", "李宁", "汉", "元", "始祖"})
  void catalogue_ambiguousAlias_hasARuleWithWordsOfBothKinds(String alias) {
    assertThat(CATALOGUE.rules())
        .filteredOn(r -> r.alias().equals(alias))
        .isNotEmpty()
        .allSatisfy(r -> {
          assertThat(r.support()).isNotEmpty();
          assertThat(r.against()).isNotEmpty();
        });
  }

  @Test
  void lexicons_shipped_areFilled() {
    Lexicons lexicons = Lexicons.shipped();
    assertThat(lexicons.sentiment()).hasSizeGreaterThan(1000);
    assertThat(lexicons.aspects()).isNotEmpty();
    assertThat(lexicons.comparisons()).isNotEmpty();
  }

  @Test
  void samples_shipped_areManyWithManyGold() {
    assertThat(TEXTS.posts()).hasSizeGreaterThanOrEqualTo(300);
    assertThat(TEXTS.reviews()).hasSizeGreaterThanOrEqualTo(100);
    assertThat(GoldTexts.of(TEXTS, CATALOGUE).texts()).hasSizeGreaterThanOrEqualTo(150);
  }

  @Test
  void samples_shipped_nameOnlyKnownCategories() {
    var known = CATALOGUE.categories().stream().map(Category::id).collect(Collectors.toSet());
    var named = new HashSet<String>();
    TEXTS.posts().forEach(p -> named.addAll(p.categories()));
    TEXTS.reviews().forEach(r -> named.add(r.category()));
    TEXTS.events().forEach(e -> named.add(e.category()));
    TEXTS.queries().forEach(q -> named.add(q.category()));
    TEXTS.templates().forEach(t -> named.add(t.category()));
    named.remove(SampleTexts.ANY_CATEGORY);
    assertThat(known).containsAll(named);
  }

  @Test
  void samples_brandsOfEventsQueriesAndReviews_areInTheCatalogue() {
    var names = new HashSet<String>();
    TEXTS.events().forEach(e -> names.add(e.brand()));
    TEXTS.queries().forEach(q -> names.addAll(q.brands()));
    TEXTS.reviews().forEach(r -> names.add(r.brand()));
    assertThat(names)
        .allSatisfy(name -> assertThat(CATALOGUE.resolve(name, EntityKind.BRAND))
            .isInstanceOf(Resolution.Found.class));
  }

  @Test
  void gold_shipped_isPlacedAndFoundWithoutException() {
    assertThat(GoldTexts.of(TEXTS, CATALOGUE).unresolved()).isEmpty();
  }

  @Test
  void gold_aspects_areThoseOfTheLexicon() {
    var known =
        Lexicons.shipped().aspects().stream().map(Lexicons.Aspect::id).collect(Collectors.toSet());
    assertThat(GoldTexts.of(TEXTS, CATALOGUE).texts())
        .allSatisfy(text -> assertThat(text.aspects())
            .allSatisfy(aspect -> assertThat(known).contains(aspect.aspect())));
  }

  @Test
  void wishes_meanSampleQueries_andNoneIsOne() {
    var queries =
        TEXTS.queries().stream().map(SampleTexts.SampleQuery::query).collect(Collectors.toSet());
    var wishes = Wishes.shipped().wishes();
    assertThat(wishes).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
    assertThat(wishes).allSatisfy(wish -> {
      assertThat(wish.keywords()).isNotEmpty().doesNotHaveDuplicates();
      assertThat(queries).containsAll(wish.keywords()).doesNotContain(wish.wish());
    });
  }
}
