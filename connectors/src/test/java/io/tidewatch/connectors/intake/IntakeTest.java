package io.tidewatch.connectors.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.connectors.fixture.Bench;
import io.tidewatch.connectors.intake.Intake.Outage;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IntakeTest {
  @TempDir
  Path folder;

  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static String post(String id, String text) {
    return "{'type':'post','id':'" + id + "','source':'weibo','publishedAt':"
        + "'2025-06-01T08:00:00+08:00','text':'" + text + "'}";
  }

  private static String click(String id) {
    return "{'type':'click','id':'" + id + "','userId':'u','at':'2025-06-01T00:00:00Z'}";
  }

  private Item item(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(UTF_8);
    var original = new Original(Layout.records(Layout.Form.LINE), 1, bytes, true);
    if (json.startsWith("bad")) {
      return new Item.Refused(original, Reason.SYNTAX, "one JSON object expected");
    }
    try {
      return new Item.Decoded(
          bench.decoder.decode(Json.reader().readTree(bytes), "t", null, 1), original);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<ItemOutcome> accept(Outage outage, String... records) {
    var items = new ArrayList<Item>();
    for (String record : records) {
      items.add(item(record));
    }
    return bench.intake.accept(new Batch("test", "t.jsonl", 0, items), outage);
  }

  private static List<String> kinds(List<ItemOutcome> outcomes) {
    return outcomes.stream()
        .map(o ->
            o.reason() == null ? o.kind().name() : o.kind() + " " + o.reason().label())
        .toList();
  }

  @Test
  void mixedBatch_everyRecordHasOneOutcome_countsAddUp() {
    bench.documents.refuse("poison");
    var outcomes = accept(
        Outage.DEAD_LETTER,
        post("1", "甲"),
        "bad",
        click("1"),
        post("2", "boom"),
        post("1", "甲"),
        "{'type':'brand','id':'b','name':'新'}",
        post("3", "poison"),
        post("4", "乙"),
        "{'type':'heartbeat','source':'weibo','at':'2025-06-01T00:00:00Z'}",
        click("1"));
    assertThat(kinds(outcomes))
        .containsExactly(
            "ACCEPTED",
            "MALFORMED syntax",
            "ACCEPTED",
            "FAILED annotation",
            "DUPLICATE",
            "ACCEPTED",
            "FAILED store-refused",
            "ACCEPTED",
            "ACCEPTED",
            "DUPLICATE");
    assertThat(IntakeCounts.of(outcomes)).isEqualTo(new IntakeCounts(10, 5, 2, 1, 2));
    assertThat(bench.letters()).hasSize(3);
    assertThat(bench.documents.commits()).isEqualTo(1);
    assertThat(bench.documents.heartbeats()).hasSize(1);
  }

  @Test
  void counts_thatDoNotAddUp_areRefused() {
    assertThatThrownBy(() -> new IntakeCounts(3, 1, 1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void statistics_areKeptPerSource() {
    accept(Outage.DEAD_LETTER, post("1", "甲"), "bad", click("9"));
    assertThat(bench.statistics.sources())
        .extracting(IntakeStatus::source)
        .containsExactly("test", "weibo");
    IntakeStatus test = bench.statistics.sources().getFirst();
    assertThat(test.counts()).isEqualTo(new IntakeCounts(2, 1, 0, 1, 0));
    assertThat(test.reasons()).containsExactly(java.util.Map.entry("syntax", 1L));
    assertThat(test.lastRun()).isEqualTo(Bench.NOW);
    assertThat(bench.statistics.sources().getLast().newestEvent())
        .isEqualTo("2025-06-01T00:00:00Z");
  }

  @Test
  void newBrand_isKnownToTheTextsOfItsOwnBatch() {
    String before = bench.catalogue.current().version();
    accept(Outage.DEAD_LETTER, post("1", "甲"), "{'type':'brand','id':'b','name':'新'}");
    assertThat(bench.documents.all().getFirst().annotation().dictionaryVersion())
        .isNotEqualTo(before)
        .isEqualTo(bench.catalogue.current().version());
  }

  @Test
  void deletions_keepTheirPlaceAmongTheTexts() {
    var outcomes = accept(
        Outage.DEAD_LETTER,
        post("1", "甲"),
        "{'type':'delete','of':'post','id':'1','source':'weibo'}",
        post("2", "乙"),
        "{'type':'delete','of':'review','id':'2'}",
        click("1"),
        "{'type':'delete','of':'click','id':'1'}");
    assertThat(kinds(outcomes)).containsOnly("ACCEPTED");
    assertThat(bench.documents.records()).isEmpty();
    assertThat(bench.behavior.records()).isEmpty();
  }

  @Test
  void recordOfASealedDay_isCountedAsFailedWithItsReasonAndKeptOnce() {
    accept(Outage.DEAD_LETTER, post("1", "甲"));
    bench.documents.sealBefore(Instant.parse("2025-06-02T00:00:00Z"));
    String[] records = {post("1", "改过"), post("2", "迟到"), click("7"), "bad"};

    var outcomes = accept(Outage.DEAD_LETTER, records);

    assertThat(kinds(outcomes))
        .containsExactly("FAILED sealed", "FAILED sealed", "ACCEPTED", "MALFORMED syntax");
    assertThat(IntakeCounts.of(outcomes)).isEqualTo(new IntakeCounts(4, 1, 0, 1, 2));
    assertThat(bench.letters()).hasSize(3);
    assertThat(bench.letters().getFirst()).contains("\"reason\":\"sealed\"", "改过", "sealed:");

    // the same feed once more: counted again, written no second time
    assertThat(kinds(accept(Outage.THROW, records)))
        .containsExactly("FAILED sealed", "FAILED sealed", "DUPLICATE", "MALFORMED syntax");
    assertThat(bench.letters()).hasSize(4).filteredOn(l -> l.contains("sealed")).hasSize(2);
    assertThat(bench.statistics.sources().getLast().reasons()).containsEntry("sealed", 4L);
    // other content of the same record is another letter
    accept(Outage.THROW, post("1", "又改过"));
    assertThat(bench.letters()).filteredOn(l -> l.contains("sealed")).hasSize(3);
  }

  @Test
  void storeAwayForAMoment_isAskedAgain() {
    bench.documents.beAway(2);
    assertThat(kinds(accept(Outage.THROW, post("1", "甲")))).containsExactly("ACCEPTED");
  }

  @Test
  void storeAwayForLong_isCountedAsFailedAndKept() {
    bench.documents.beAway(3);
    assertThat(kinds(accept(Outage.DEAD_LETTER, post("1", "甲"), click("1"))))
        .containsExactly("FAILED store-unavailable", "ACCEPTED");
    assertThat(bench.letters()).singleElement().asString().contains("store-unavailable", "甲");
  }

  @Test
  void storeAwayForLong_toASenderThatWaits_isThrown() {
    bench.documents.beAway(3);
    assertThatThrownBy(() -> accept(Outage.THROW, post("1", "甲"), "bad"))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(bench.letters()).isEmpty();
    assertThat(kinds(accept(Outage.THROW, post("1", "甲")))).containsExactly("ACCEPTED");
  }

  @Test
  void diskThatRefusesDeadLetters_isNoSilence() throws IOException {
    Files.writeString(folder.resolve("dead-letter"), "a file where the folder should be");
    assertThatThrownBy(() -> accept(Outage.DEAD_LETTER, "bad"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("dead-letter");
    assertThat(bench.statistics.sources()).isEmpty();
  }

  @Test
  void review_ofAKnownProduct_givesHints() {
    accept(
        Outage.DEAD_LETTER,
        "{'type':'review','id':'1','source':'s','publishedAt':'2025-06-01T00:00:00Z',"
            + "'text':'好','productId':'Mi 15'}",
        "{'type':'post','id':'1','source':'t','publishedAt':'2025-06-01T00:00:00Z',"
            + "'text':'吃','categoryId':'零食饮料'}");
    assertThat(bench.documents.all())
        .extracting(d -> d.annotation().terms())
        .containsExactly(List.of("好", "xiaomi.mi15", "phone"), List.of("吃", "null", "snack"));
  }

  @Test
  void groupCommit_oneCallAfterAnother_commitsForEach() {
    var runs = new ArrayList<Integer>();
    var commit = new GroupCommit(() -> runs.add(1));
    commit.await();
    commit.await();
    assertThat(runs).hasSize(2);
  }

  @Test
  void records_ofTheBatch_keepTheirOrder() {
    String[] posts = new String[300];
    for (int i = 0; i < posts.length; i++) {
      posts[i] = post("p" + i, "第" + i);
    }
    accept(Outage.DEAD_LETTER, posts);
    assertThat(bench.documents.records())
        .extracting(DataRecord::id)
        .startsWith("p0", "p1", "p2")
        .endsWith("p299")
        .hasSize(300);
    assertThat(bench.documents.all())
        .allMatch(d -> d.annotation().terms().getFirst().equals(d.record().text()));
  }
}
