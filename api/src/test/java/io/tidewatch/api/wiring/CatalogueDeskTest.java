package io.tidewatch.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.api.view.Json;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.catalogue.Resolution;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueDeskTest {
  private static final Catalogue SEED = new Catalogue(
      List.of(new Category("skincare", "护肤", "Skincare", null, false)),
      List.of(new Brand("rival", "对手", List.of(), List.of("skincare"), List.of())),
      List.of(),
      List.of());

  @TempDir
  private Path dir;

  private CatalogueJournal journal;
  private CatalogueDesk desk;

  @BeforeEach
  void open() {
    journal = new CatalogueJournal(dir.resolve("records.jsonl"), SEED, new Json());
    desk = new CatalogueDesk(
        journal, word -> false, InstantSource.fixed(Instant.parse("2025-01-01T00:00:00Z")));
  }

  @Test
  void accept_chineseCsvInGbk_addsBrandProductAndAlias() throws IOException {
    Path file = dir.resolve("own.csv");
    Files.write(file, """
        类型,名称,别名,类目,竞品,品牌,价格,归属
        品牌,我家,woojia|我家护肤,护肤,对手,,,
        产品,小蓝瓶,蓝瓶,护肤,,我家,"1,299",
        别名,小蓝,,,,,,小蓝瓶
        """.getBytes(Charset.forName("GBK")));

    var result = desk.accept(CatalogueSheet.read(file, "GBK"));

    assertThat(result).isEqualTo(new CatalogueDesk.Result(3, 3, 0, 0, List.of()));
    assertThat(journal.current().resolve("小蓝", EntityKind.PRODUCT))
        .isEqualTo(new Resolution.Found(EntityKind.PRODUCT, "我家.小蓝瓶"));
    assertThat(journal.current().brand("我家").orElseThrow().rivals()).containsExactly("rival");
    assertThat(journal.current().product("我家.小蓝瓶").orElseThrow().price())
        .isEqualByComparingTo("1299");
  }

  @Test
  void accept_rivalsOfOneSheet_nameEachOtherInAnyOrder() throws IOException {
    Path file = dir.resolve("own.csv");
    Files.writeString(file, """
        \uFEFF类型,名称,编号,类目,竞品
        品牌,我家,woojia,护肤,别家|对手|坏家
        品牌,别家,,护肤,woojia
        品牌,坏家,,没有的类目,我家
        """);

    CatalogueDesk.Result result = desk.accept(CatalogueSheet.read(file, "UTF-8"));

    assertThat(result.accepted()).isEqualTo(1);
    assertThat(result.problems())
        .hasSize(2)
        .anySatisfy(problem -> assertThat(problem).contains("row 2", "rivals", "坏家"))
        .anySatisfy(problem -> assertThat(problem).contains("row 4", "skincare 护肤", "got 没有的类目"));
    assertThat(journal.current().brand("别家").orElseThrow().rivals()).containsExactly("woojia");

    Files.writeString(file, """
        类型,名称,编号,类目,竞品
        品牌,我家,woojia,护肤,别家|对手
        """);
    assertThat(desk.accept(CatalogueSheet.read(file, "UTF-8")).accepted()).isEqualTo(1);
    assertThat(journal.current().brand("woojia").orElseThrow().rivals())
        .containsExactly("别家", "rival");
  }

  @Test
  void accept_workbook_isReadLikeACsv() throws IOException {
    Path file = dir.resolve("own.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        var workbook = new Workbook(out, "test", "1.0")) {
      var sheet = workbook.newWorksheet("品牌");
      sheet.value(0, 0, "类型");
      sheet.value(0, 1, "名称");
      sheet.value(0, 2, "类目");
      sheet.value(1, 0, "品牌");
      sheet.value(1, 1, "我家");
      sheet.value(1, 2, "护肤");
    }

    assertThat(desk.accept(CatalogueSheet.read(file, "UTF-8")).accepted()).isEqualTo(1);
  }

  @Test
  void accept_sheetWithBadRows_reportsThemAndTakesTheRest() throws IOException {
    Path file = dir.resolve("own.csv");
    Files.writeString(file, """
        kind,name,category,brand,price,to
        brand,Own,skincare,,,
        brand,Other,no-such,,,
        product,Thing,skincare,nobody,,
        product,Thing,skincare,Own,-3,
        alias,own2,,,,nothing
        colour,red,,,,
        """);

    var result = desk.accept(CatalogueSheet.read(file, "UTF-8"));

    assertThat(result.received()).isEqualTo(6);
    assertThat(result.accepted()).isEqualTo(1);
    assertThat(result.malformed()).isEqualTo(5);
    assertThat(result.problems())
        .anySatisfy(p -> assertThat(p).contains("row 3").contains("no-such"))
        .anySatisfy(p -> assertThat(p).contains("row 4").contains("nobody"))
        .anySatisfy(p -> assertThat(p).contains("row 5").contains("price").contains("-3"))
        .anySatisfy(p -> assertThat(p).contains("row 6").contains("to"))
        .anySatisfy(p -> assertThat(p).contains("row 7").contains("colour"));
  }

  @Test
  void accept_sameSheetTwice_isAllDuplicate() throws IOException {
    Path file = dir.resolve("own.csv");
    Files.writeString(file, "kind,name\nbrand,Own\n");
    desk.accept(CatalogueSheet.read(file, "UTF-8"));

    assertThat(desk.accept(CatalogueSheet.read(file, "UTF-8")).duplicate()).isEqualTo(1);
  }

  @Test
  void read_missingColumn_namesWhatIsRequired() throws IOException {
    Path file = dir.resolve("own.csv");
    Files.writeString(file, "品名\n我家\n");

    assertThatThrownBy(() -> CatalogueSheet.read(file, "UTF-8"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kind (类型)")
        .hasMessageContaining("品名");
    assertThatThrownBy(() -> CatalogueSheet.read(file, "GBX"))
        .hasMessageContaining("charset")
        .hasMessageContaining("GBX");
  }
}
