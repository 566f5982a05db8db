package io.tidewatch.connectors.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.connectors.fixture.Bench;
import io.tidewatch.connectors.intake.IntakeCounts;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.KeywordStats;
import io.tidewatch.model.record.ListEntry;
import io.tidewatch.model.record.Review;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileIngestTest {
  private static final Charset GBK = Charset.forName("GBK");
  private static final String HOURLY =
      "date\thour\trank\ttitle\thot\tcategory\tads\treadCount\tdiscussCount\n";

  @TempDir
  Path folder;

  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(UTF_8));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static String post(int id) {
    return "{\"type\":\"post\",\"id\":\"p" + id + "\",\"source\":\"weibo\",\"publishedAt\":"
        + "\"2025-06-01T08:00:00+08:00\",\"text\":\"第" + id + "条\"}\n";
  }

  private static String posts(int from, int to) {
    var lines = new StringBuilder();
    for (int i = from; i < to; i++) {
      lines.append(post(i));
    }
    return lines.toString();
  }

  private static IntakeCounts counts(long accepted, long duplicate, long malformed, long failed) {
    return new IntakeCounts(
        accepted + duplicate + malformed + failed, accepted, duplicate, malformed, failed);
  }

  @Test
  void jsonLines_twice_secondIsAllDuplicate() throws IOException {
    Path file = file("posts.jsonl", posts(0, 137));
    assertThat(bench.ingest(file, null).counts()).isEqualTo(counts(137, 0, 0, 0));
    assertThat(bench.ingest(file, null).counts()).isEqualTo(counts(0, 137, 0, 0));
    assertThat(bench.documents.records()).extracting(DataRecord::id).startsWith("p0", "p1", "p2");
    assertThat(bench.documents.commits()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void brokenEncoding_oneLine_onlyThatLineIsRefused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(post(1).getBytes(UTF_8));
    bytes.writeBytes(post(2).getBytes(GBK));
    bytes.writeBytes(post(3).getBytes(UTF_8));
    assertThat(bench.ingest(file("a.jsonl", bytes.toByteArray()), null).counts())
        .isEqualTo(counts(2, 0, 1, 0));
    assertThat(bench.letters())
        .singleElement()
        .asString()
        .contains("\"reason\":\"encoding\"", "\"position\":2", "\"base64\":");
  }

  @Test
  void truncatedGzip_restGoesIn_oneRefused() throws IOException {
    byte[] whole = gzip(posts(0, 500).getBytes(UTF_8));
    Path file = file("a.jsonl.gz", Arrays.copyOf(whole, whole.length * 2 / 3));
    IntakeCounts counts = bench.ingest(file, null).counts();
    assertThat(counts.malformed()).isEqualTo(1);
    assertThat(counts.accepted()).isBetween(100L, 499L);
    assertThat(bench.letters()).singleElement().asString().contains("damaged-file");
    assertThat(bench.ingest(file, null).counts()).isEqualTo(counts(0, counts.accepted(), 1, 0));
  }

  @Test
  void missingColumn_everyRowIsRefusedAndReplayable() throws IOException {
    Path file = file("a.tsv", "date\thour\thot\n2025-06-01\t00\t5\n2025-06-01\t01\t6\n");
    assertThat(bench.ingest(file, "weibo-hot-hourly").counts()).isEqualTo(counts(0, 0, 2, 0));
    assertThat(bench.letters())
        .hasSize(2)
        .allMatch(l -> l.contains("missing-column"))
        .allMatch(l -> l.contains("column title expected"));
  }

  @Test
  void impossibleDate_isRefused_restGoesIn() throws IOException {
    Path file = file(
        "a.tsv",
        HOURLY + "2025-02-30\t00\t1\t甲\t5\t社会\t0\t1\t1\n"
            + "2025-02-28\t00\t1\t乙\t5\t社会\t0\t1\t1\n");
    assertThat(bench.ingest(file, null).counts()).isEqualTo(counts(1, 0, 1, 0));
    assertThat(bench.letters()).singleElement().asString().contains("bad-time", "2025-02-30");
  }

  @Test
  void tenMegabyteLine_isRefused_restGoesIn() throws IOException {
    String huge = post(7).replace("第7条", "长".repeat(3_500_000));
    assertThat(huge.getBytes(UTF_8).length).isGreaterThan(10_000_000);
    Path file = file("a.jsonl", post(1) + huge + post(2));
    assertThat(bench.ingest(file, null).counts()).isEqualTo(counts(2, 0, 1, 0));
    assertThat(bench.letters()).singleElement().asString().contains("too-long");
  }

  @Test
  void hourlyList_isReadAsTheMapSays() throws IOException {
    Path file = file(
        "hourly-2025-06.tsv.gz",
        gzip((HOURLY + "2025-06-01\t00\t1\t谭松韵\"疑似\t1421934\t暂无\t0\t5964000\t3656\n"
                + "2025-06-01\t23\t51\t15万内SUV\t0\t汽车\t1\t2217000\t3534\n")
            .getBytes(UTF_8)));
    assertThat(bench.ingest(file, null).counts()).isEqualTo(counts(2, 0, 0, 0));
    ListEntry first = (ListEntry) bench.documents.records().getFirst();
    assertThat(first.id()).isEqualTo("谭松韵\"疑似@2025-06-01");
    assertThat(first.publishedAt()).isEqualTo(Instant.parse("2025-05-31T16:00:00Z"));
    assertThat(first.heat()).isEqualTo(1421934);
    assertThat(first.rank()).isEqualTo(1);
    assertThat(first.category()).isNull();
    assertThat(first.advertisement()).isFalse();
    assertThat(first.envelope().source()).isEqualTo("weibo-hot");
    assertThat(first.envelope().extra())
        .isEqualTo("{\"readCount\":\"5964000\",\"discussCount\":\"3656\"}");
    ListEntry second = (ListEntry) bench.documents.records().getLast();
    assertThat(second.advertisement()).isTrue();
    assertThat(second.heat()).isNull();
  }

  @Test
  void description_isKnownAtTheEndOfTheDay() throws IOException {
    Path file = file("d.tsv", "date\ttitle\tdescription\n2025-06-01\t甲\t\"乙说\n");
    bench.ingest(file, null);
    ListEntry entry = (ListEntry) bench.documents.records().getFirst();
    assertThat(entry.text()).isEqualTo("【甲】\"乙说");
    assertThat(entry.title()).isEqualTo("甲");
    assertThat(entry.publishedAt()).isEqualTo(Instant.parse("2025-06-01T15:59:59Z"));
  }

  @Test
  void shopReviews_giveStarsAndTheCategoryAsHint() throws IOException {
    Path file = file("reviews.csv", "\uFEFFcat,label,review\n手机,1,\"很好,\n真的\"\n水果,0,坏的\n书籍,1,好书\n");
    assertThat(bench.ingest(file, null).counts()).isEqualTo(counts(3, 0, 0, 0));
    Review first = (Review) bench.documents.records().getFirst();
    assertThat(first.text()).isEqualTo("很好,\n真的");
    assertThat(first.rating()).isEqualTo(5);
    assertThat(bench.documents.all())
        .extracting(d -> d.annotation().terms().get(2))
        .containsExactly("phone", "snack", "null");
  }

  @Test
  void openQuote_costsItsOwnLineOnly() throws IOException {
    Path file = file("reviews.csv", "cat,label,review\n手机,1,\"没有结束\n手机,0,坏\n手机,1,好\n");
    assertThat(bench.ingest(file, null).counts()).isEqualTo(counts(2, 0, 1, 0));
  }

  @Test
  void keywordReport_inGbkWithPreamble_isFoundByItsHeader() throws IOException {
    String text = "生意参谋搜索词报表\n\n日期,搜索词,搜索人气,点击人数,支付买家数,支付金额,类目,品牌\n"
        + "2025/6/1,\"手机 壳\",\"1,234\",1.2万,-,\"￥12,345.60\",手机,小米\n合计,,9,9,9,9,,\n"
        + "2025-06-02,合计,9,9,9,9,,\n";
    Path file = file("词.csv", text.getBytes(GBK));
    assertThat(bench.ingest(file, null).counts().accepted()).isEqualTo(1);
    KeywordStats stats = (KeywordStats) bench.behavior.records().getFirst();
    assertThat(stats.day()).isEqualTo(LocalDate.of(2025, 6, 1));
    assertThat(stats.keyword()).isEqualTo("手机 壳");
    assertThat(stats.searchers()).isEqualTo(1234);
    assertThat(stats.clicks()).isEqualTo(12000);
    assertThat(stats.orders()).isNull();
    assertThat(stats.gmv()).isEqualByComparingTo(new BigDecimal("12345.60"));
    assertThat(stats.categoryId()).isEqualTo("phone");
    assertThat(stats.brandId()).isEqualTo("xiaomi");
    assertThat(stats.currency()).isEqualTo("CNY");
  }

  @Test
  void keywordReport_asWorkbook_readsRealDates() throws IOException {
    Path file = folder.resolve("report.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("一");
      sheet.value(0, 0, "数据说明");
      String[] header = {"日期", "关键词", "展现量", "花费(元)"};
      for (int i = 0; i < header.length; i++) {
        sheet.value(2, i, header[i]);
      }
      sheet.value(3, 0, LocalDateTime.of(2025, 6, 1, 0, 0));
      sheet.style(3, 0).format("yyyy-mm-dd").set();
      sheet.value(3, 1, "连衣裙");
      sheet.value(3, 2, 12);
      sheet.value(3, 3, 3.25);
      sheet.value(4, 0, "2025-06-02");
      sheet.value(4, 1, "连衣裙");
      sheet.value(4, 2, "-5");
      sheet.value(4, 3, "--");
    }
    assertThat(bench.ingest(file, null).counts()).isEqualTo(counts(1, 0, 1, 0));
    KeywordStats stats = (KeywordStats) bench.behavior.records().getFirst();
    assertThat(stats.day()).isEqualTo(LocalDate.of(2025, 6, 1));
    assertThat(stats.impressions()).isEqualTo(12);
    assertThat(stats.cost()).isEqualByComparingTo("3.25");
    assertThat(bench.letters()).singleElement().asString().contains("a whole number from 0");
  }

  @Test
  void zip_membersComeInNameOrder() throws IOException {
    var out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("b.jsonl", "a.jsonl.gz", "__MACOSX/x.jsonl", "c.bin")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(
            switch (name) {
              case "b.jsonl" -> post(2).getBytes(UTF_8);
              case "a.jsonl.gz" -> gzip(post(1).getBytes(UTF_8));
              default -> "?".getBytes(UTF_8);
            });
      }
    }
    IngestSummary summary = bench.ingest(file("all.zip", out.toByteArray()), null);
    assertThat(summary.counts()).isEqualTo(counts(2, 0, 1, 0));
    assertThat(summary.notes()).singleElement().asString().contains("all.zip!c.bin");
    assertThat(bench.documents.records()).extracting(DataRecord::id).containsExactly("p1", "p2");
  }

  @Test
  void brokenMember_doesNotKeepTheOthersOut() throws IOException {
    var out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a.jsonl.gz"));
      zip.write(new byte[] {0x1f, (byte) 0x8b, 8});
      zip.putNextEntry(new ZipEntry("b.xlsx"));
      zip.write("no workbook".getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("c.jsonl"));
      zip.write(post(1).getBytes(UTF_8));
    }
    IngestSummary summary = bench.ingest(file("all.zip", out.toByteArray()), null);
    assertThat(summary.counts()).isEqualTo(counts(1, 0, 2, 0));
    assertThat(summary.notes()).hasSize(2);
  }

  @Test
  void brokenZip_isCountedOnce() throws IOException {
    IngestSummary summary = bench.ingest(file("all.zip", "PK nothing"), null);
    assertThat(summary.counts()).isEqualTo(counts(0, 0, 1, 0));
    assertThat(summary.notes()).hasSize(1);
  }

  @Test
  void json_arrayOrObjectWithArray_isReadItemByItem() throws IOException {
    Path array = file("a.json", "[" + post(1) + "," + post(2).replace("第", "\\u7b2c") + ",5]");
    assertThat(bench.ingest(array, null).counts()).isEqualTo(counts(2, 0, 1, 0));
    Path object = file("b.json", "{\"n\":1,\"data\":{\"items\":[" + post(3) + "]}}");
    assertThat(bench.ingest(object, null).counts()).isEqualTo(counts(1, 0, 0, 0));
    Path broken = file("c.json", "[" + post(4) + ", {\"type\":");
    assertThat(bench.ingest(broken, null).counts()).isEqualTo(counts(1, 0, 1, 0));
    Path lines = file("d.json", post(5) + post(6));
    assertThat(bench.ingest(lines, null).counts()).isEqualTo(counts(2, 0, 0, 0));
  }

  @Test
  void utf16_tableWithMark_isRead() throws IOException {
    byte[] text = ("\uFEFFcat\tlabel\treview\n手机\t1\t好\n").getBytes(StandardCharsets.UTF_16LE);
    assertThat(bench
            .ingest(file("u.csv", text), "online-shopping-reviews")
            .counts()
            .malformed())
        .isEqualTo(1);
    Path csv =
        file("v.csv", "\uFEFFcat,label,review\n手机,1,好\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(bench.ingest(csv, null).counts()).isEqualTo(counts(1, 0, 0, 0));
  }

  @Test
  void unknownTable_isCountedWithANote() throws IOException {
    IngestSummary summary = bench.ingest(file("x.csv", "a,b\n1,2\n"), null);
    assertThat(summary.counts()).isEqualTo(counts(0, 0, 1, 0));
    assertThat(summary.notes()).singleElement().asString().contains("--format", "a, b");
  }

  @Test
  void emptyFile_isNothing() throws IOException {
    assertThat(bench.ingest(file("e.jsonl", ""), null).counts()).isEqualTo(IntakeCounts.NONE);
  }

  @Test
  void absentFile_isABadArgument() {
    assertThatThrownBy(() -> bench.ingest(folder.resolve("no.jsonl"), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no.jsonl");
    assertThatThrownBy(() -> bench.ingest(folder, "no-such-format"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weibo-hot-hourly");
  }

  @Test
  void behaviourChunks_haveTheSameNamesInEveryRun() throws IOException {
    var lines = new StringBuilder();
    for (int i = 0; i < 250; i++) {
      lines
          .append("{\"type\":\"click\",\"id\":\"c")
          .append(i)
          .append("\",\"userId\":\"u\",\"at\":\"2025-06-01T00:00:00Z\",\"productId\":\"x\"}\n");
    }
    Path file = file("c.jsonl", lines.toString());
    assertThat(bench.ingest(file, null).counts()).isEqualTo(counts(250, 0, 0, 0));
    var names = bench.behavior.batches();
    assertThat(names).hasSize(3).doesNotHaveDuplicates();
    assertThat(bench.ingest(file, null).counts()).isEqualTo(counts(0, 250, 0, 0));
    assertThat(bench.behavior.batches().subList(3, 6)).isEqualTo(names);
  }
}
