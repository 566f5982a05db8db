package io.tidewatch.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.connectors.fixture.Bench;
import io.tidewatch.model.record.KeywordStats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sold so far by product and day becomes sales by word of the title and day. */
class TitleSalesTest {
  private static final String FORMAT = "tmall-double11-cosmetics";
  private static final String HEADER =
      "\uFEFFupdate_time,id,title,price,sale_count,comment_count,店名\n";

  @TempDir
  private Path directory;

  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(directory);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private IngestSummary ingest(String rows) throws IOException {
    Path file = Files.writeString(directory.resolve("sales.csv"), HEADER + rows);
    return bench.ingest(file, FORMAT);
  }

  private List<KeywordStats> stored() {
    return bench.behavior.records().stream().map(KeywordStats.class::cast).toList();
  }

  private KeywordStats stored(String keyword, String day) {
    return stored().stream()
        .filter(k -> k.keyword().equals(keyword) && k.day().equals(LocalDate.parse(day)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sales_areDifferencesOfDaysAndCountOnceForEachWord() throws IOException {
    IngestSummary summary = ingest("""
        2016/11/7,A1,花语 面霜 面霜 补水,50,130,5,花语
        2016/11/5,A1,花语 面霜 补水,40,100,5,花语
        2016/11/9,A1,花语 面霜 补水,60,131,5,花语
        2016/11/5,B1,松针 面霜,10,7,0,松针
        2016/11/7,B1,松针 面霜,10,9,0,松针
        """);
    assertThat(summary.counts().malformed()).isZero();
    assertThat(summary.counts().received())
        .isEqualTo(summary.counts().accepted())
        .isEqualTo(8);
    KeywordStats cream = stored().stream()
        .filter(k -> k.keyword().equals("面霜")
            && k.day().equals(LocalDate.parse("2016-11-07"))
            && "花语".equals(k.brandId()))
        .findFirst()
        .orElseThrow();
    assertThat(cream.orders()).isEqualTo(30);
    assertThat(cream.gmv()).isEqualByComparingTo(new BigDecimal("1500"));
    assertThat(cream.categoryId()).isEqualTo("beauty");
    assertThat(cream.searchers()).isNull();
    assertThat(cream.id()).startsWith("title:");
    assertThat(stored("松针", "2016-11-07").orders()).isEqualTo(2);
    assertThat(stored("花语", "2016-11-09").orders()).isEqualTo(1);
  }

  @Test
  void oddRows_areCountedByWhatBecameOfThem() throws IOException {
    IngestSummary summary = ingest("""
        2016/11/5,A1,花语 面霜,50,100,5,花语
        2016/11/6,A1,花语 面霜,50,,,花语
        2016/11/7,A1,花语 面霜,50,120,5,花语
        2016/11/7,A1,花语 面霜,50,120,5,花语
        2016/11/8,A1,花语 面霜,50,90,5,花语
        2016/11/9,A1,花语 面霜,50,90,5,花语
        2016/11/10,A1,花语 面霜,50,95,5,花语
        2016/11/10,A1,花语 面霜,50,96,5,花语
        2016/11/5,B1,！！！,50,1,5,花语
        2016/11/6,B1,\u200b,50,3,5,花语
        2016/13/6,C1,花语 面霜,50,3,5,花语
        2016/11/6,C2,花语 面霜,50,many,5,花语
        2016/11/6,,花语 面霜,50,3,5,花语
        """);
    assertThat(summary.counts().malformed()).isEqualTo(3);
    assertThat(summary.counts().received())
        .isEqualTo(summary.counts().accepted() + summary.counts().malformed());
    assertThat(bench.letters()).hasSize(3);
    assertThat(bench.letters()).anySatisfy(l -> assertThat(l).contains("bad-time", "2016/13/6"));
    assertThat(bench.letters()).anySatisfy(l -> assertThat(l).contains("missing-field"));
    assertThat(bench.letters()).anySatisfy(l -> assertThat(l).contains("bad-value", "many"));
    assertThat(summary.notes())
        .singleElement()
        .asString()
        .contains(
            "sales.csv: 10 rows: 1 repeated, 1 replaced by a later row of the same product and"
                + " day, 1 without sales, 2 the first of their product, 1 fell, 1 unchanged, 3 with"
                + " sales (1 of them without a word in the title)");
    assertThat(stored("面霜", "2016-11-07").orders()).isEqualTo(20);
    assertThat(stored("面霜", "2016-11-10").orders()).isEqualTo(6);
    assertThat(stored()).noneMatch(k -> k.day().equals(LocalDate.parse("2016-11-08")));
  }

  @Test
  void sameFileAgain_addsNothing() throws IOException {
    String rows = "2016/11/5,A1,花语 面霜,50,1,5,花语\n2016/11/6,A1,花语 面霜,50,4,5,花语\n";
    assertThat(ingest(rows).counts().accepted()).isEqualTo(2);
    assertThat(ingest(rows).counts().duplicate()).isEqualTo(2);
  }

  @Test
  void packedFileWithoutAFlag_isKnownByItsHeader() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write((HEADER
              + "2016/11/5,A1,\"花语 \"\"新\"\" 面霜\",50,1,5,花语\n"
              + "2016/11/6,A1,花语 面霜,50,4,5,花语\n")
          .getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(directory.resolve("sales.csv.gz"), bytes.toByteArray());
    assertThat(bench.ingest(file, null).counts().accepted()).isEqualTo(2);
  }

  @Test
  void refusedRowAlone_cannotBeReplayed() throws IOException {
    ingest("2016/13/6,C1,花语 面霜,50,3,5,花语\n");
    var replay = new DeadLetterReplay(bench.intake, bench.readers, bench.deadLetters, bench.clock);
    assertThat(replay.replay(List.of()).counts().malformed()).isEqualTo(1);
    assertThat(stored()).isEmpty();
    assertThat(bench.letters().getLast()).contains("a whole file is required");
  }

  @Test
  void emptyFile_givesNothing() throws IOException {
    assertThat(ingest("").counts().received()).isZero();
  }
}
