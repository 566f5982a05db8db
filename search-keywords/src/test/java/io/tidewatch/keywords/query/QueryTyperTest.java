package io.tidewatch.keywords.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.query.QueryPart;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTyperTest {
  private final QueryTyper typer = Readers.reader().typer();

  private List<String> spans(String typed) {
    return typer.type(typed).spans().stream()
        .map(s -> typed.substring(s.start(), s.end())
            + ":" + s.part().label()
            + ":" + s.reason().code().label()
            + ":" + s.reason().detail())
        .toList();
  }

  @Test
  void type_listedWords_haveTheirReason() {
    assertThat(spans("夏季 連衣裙，女"))
        .containsExactly(
            "夏季:attribute:lexicon:season",
            "連衣裙:category:lexicon:goods",
            "女:attribute:lexicon:audience");
    assertThat(typer.type("夏季连衣裙女").type()).isEqualTo("category");
    assertThat(typer.type("夏季连衣裙女").root()).isEqualTo("连衣裙");
  }

  @Test
  void type_catalogueName_namesItsEntity() {
    assertThat(spans("Lancôme口红"))
        .containsExactly("Lancôme:brand:catalogue:lancome", "口红:category:lexicon:goods");
    assertThat(typer.type("送女友 兰蔻口红").type()).isEqualTo("brand+category+scene");
    assertThat(typer.type("兰蔻旗舰店").type()).isEqualTo("brand");
  }

  @Test
  void type_product_standsForBrandButNotForAccessory() {
    assertThat(typer.type("iphone 15").type()).isEqualTo("product");
    assertThat(typer.type("苹果 iPhone15手机").type()).isEqualTo("product");
    assertThat(typer.type("iPhone 15手机壳").type()).isEqualTo("product+category");
    assertThat(typer.type("iPhone 15手机壳").root()).isEqualTo("手机壳");
  }

  @Test
  void type_ambiguousName_asksForSupport() {
    assertThat(typer.type("苹果").type()).isEqualTo("category");
    assertThat(typer.type("苹果手机").type()).isEqualTo("brand+category");
    assertThat(spans("红富士苹果手机")).contains("苹果:category:lexicon:goods");
    assertThat(typer.type("小米手机").type()).isEqualTo("brand+category");
    assertThat(typer.type("小米").type()).isEqualTo("category");
  }

  @Test
  void type_unlistedWord_isReadByEndingShapeAndPlace() {
    assertThat(spans("煮面锅")).containsExactly("煮面锅:category:suffix:锅");
    assertThat(spans("云山坊口红"))
        .containsExactly("云山坊:brand:position:first", "口红:category:lexicon:goods");
    assertThat(spans("云山坊煮面锅"))
        .containsExactly("云山坊:brand:position:before a kind of goods", "煮面锅:category:suffix:锅");
    assertThat(spans("兰蔻gx502"))
        .containsExactly("兰蔻:brand:catalogue:lancome", "gx502:product:pattern:model");
    assertThat(spans("1.5米床"))
        .containsExactly("1.5米:attribute:pattern:measure", "床:category:lexicon:goods");
    assertThat(spans("hydro flask 跑鞋"))
        .containsExactly("hydro flask:brand:position:latin", "跑鞋:category:lexicon:goods");
  }

  @Test
  void type_oddInput_isOther() {
    for (String typed : List.of("", " ", "！？", "🐱", "\uD83D", "\uDC31\uD83D")) {
      TypedQuery typed1 = typer.type(typed);
      assertThat(typed1.type()).isEqualTo("other");
      assertThat(typed1.spans()).isEmpty();
      assertThat(typed1.root()).isEmpty();
    }
    assertThat(typer.type("口红".repeat(500_000)).parts()).containsExactly(QueryPart.OTHER);
  }

  @Test
  void type_everySpan_liesInsideWhatWasTyped() {
    for (String typed : List.of("🎁兰蔻 口红🎁", "ｉＰｈｏｎｅ　15", "㎏ 口红", "½匹", "𠮷野家口红", "ﬁt 跑鞋")) {
      int end = 0;
      for (TypedSpan span : typer.type(typed).spans()) {
        assertThat(span.start()).isGreaterThanOrEqualTo(end);
        assertThat(span.end()).isGreaterThan(span.start()).isLessThanOrEqualTo(typed.length());
        end = span.start();
      }
    }
  }

  @Test
  void type_learnedHeadAndName_areUsed() {
    var log = new java.util.ArrayList<String>();
    for (String left : List.of("甲乙", "丙丁", "戊己", "庚辛", "子丑", "寅卯", "辰巳", "午未")) {
      log.add(left + "醒神");
      log.add("云山坊" + left);
    }
    var statistics = QueryStatistics.learn(log, new QueryNormalizer(new FakeScript()));
    assertThat(statistics.heads()).containsExactly("醒神");
    assertThat(statistics.names()).containsExactly("云山坊");
    var learned =
        new QueryReader(Readers.catalogue(), Readers.lexicon(), new FakeScript(), statistics);
    assertThat(learned.typer().type("口红醒神").spans().getLast().reason())
        .isEqualTo(new TypeReason(TypeReason.Code.STATISTICS, "醒神"));
    assertThat(learned.typer().type("云山坊 醒神").type()).isEqualTo("brand+category");
  }
}
