package io.tidewatch.connectors.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.connectors.intake.Json;
import io.tidewatch.model.record.BehaviorRecord;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Interaction;
import io.tidewatch.model.record.Order;
import io.tidewatch.model.record.OtherAction;
import io.tidewatch.model.record.Search;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UbiRecordsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final String QUERY = """
      {"application":"primary-search","query_id":"q-1","client_id":"c-9","user_query":"防晒 霜",
       "query_attributes":{"page":1},"object_id_field":"sku",
       "timestamp":"2025-06-01T08:00:00+08:00","query_response_id":"r-1",
       "query_response_hit_ids":["p1","p2",3]}""";
  private static final String EVENT = """
      {"application":"primary-search","action_name":"%s","query_id":"q-1","session_id":"s-1",
       "client_id":"c-9","timestamp":"2025-06-01T00:00:09Z","message_type":"CONVERSION",
       "message":"x","event_attributes":{"object":{"object_id":"p2","object_id_field":"sku"},
       "position":{"ordinal":2}}}""";

  private final RecordDecoder decoder = new RecordDecoder(
      new KeyedHash("0123456789abcdef".getBytes(StandardCharsets.UTF_8)), InstantSource.fixed(NOW));

  private static JsonNode json(String text) {
    try {
      return Json.reader().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private DataRecord decode(String text) {
    return decoder.decode(json(text), "ubi.jsonl", null, 7);
  }

  @Test
  void query_published_isASearchWithItsResults() {
    Search search = (Search) decode(QUERY);

    assertThat(search.id()).isEqualTo("ubi:q-1");
    assertThat(search.queryId()).isEqualTo("q-1");
    assertThat(search.userId()).isEqualTo("c-9");
    assertThat(search.query()).isEqualTo("防晒 霜");
    assertThat(search.at()).isEqualTo("2025-06-01T00:00:00Z");
    assertThat(search.results()).containsExactly("p1", "p2", "3");
    assertThat(json(String.valueOf(search.envelope().extra())).path("ubi")).isEqualTo(json("""
            {"application":"primary-search","client_id":"c-9","query_attributes":{"page":1},
             "object_id_field":"sku","query_response_id":"r-1"}"""));
  }

  @Test
  void query_asAHitOfAnExport_isTheSameSearch() {
    DataRecord hit = decode("{\"_index\":\"ubi_queries\",\"_id\":\"x\",\"_source\":" + QUERY + "}");

    assertThat(hit).isEqualTo(decode(QUERY));
  }

  @Test
  void query_givenTwice_staysAsItWasAndHashesAlike() {
    JsonNode given = json(QUERY);

    DataRecord first = decoder.decode(given, "ubi.jsonl", null, 1);

    assertThat(given).isEqualTo(json(QUERY));
    assertThat(decoder.decode(given, "other", null, 2).envelope().contentHash())
        .isEqualTo(first.envelope().contentHash());
  }

  @Test
  void query_withTheLeastThatTheSchemaAsksFor_isTakenAtArrival() {
    Search search = (Search) decode("{\"user_query\":\"伞\",\"query_id\":\"q-2\"}");

    assertThat(search.at()).isEqualTo(NOW);
    assertThat(search.userId()).isEqualTo("query:q-2");
    assertThat(search.results()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "impression,impression", "view,view", "watch,view", "click,click", "click_through,click",
    "add_to_cart,cart", "Click,click", "favorite,favorite", "share,share", "follow,follow"
  })
  void event_known_isAMeetingWithTheProduct(String action, String type) {
    Interaction event = (Interaction) decode(EVENT.formatted(action));

    assertThat(event.type()).isEqualTo(type);
    assertThat(event.productId()).isEqualTo("p2");
    assertThat(event.queryId()).isEqualTo("q-1");
    assertThat(event.userId()).isEqualTo("c-9");
    assertThat(event.position()).isEqualTo(2);
    assertThat(event.channel()).isEqualTo("primary-search");
    assertThat(event.envelope().extra()).contains("\"session_id\":\"s-1\"", action);
  }

  @Test
  void event_ofAKnownUser_namesHim() {
    assertThat(((Interaction) decode(
                EVENT.formatted("click").replace("\"session_id\"", "\"user_id\":\"u-1\",\"x\"")))
            .userId())
        .isEqualTo("u-1");
    assertThat(((Interaction) decode(EVENT
                .formatted("click")
                .replace("\"event_attributes\":{", "\"event_attributes\":{\"user_id\":\"u-2\",")))
            .userId())
        .isEqualTo("u-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"brand_filter", "login", "购买"})
  void event_unknown_isKeptUnderItsName(String action) {
    OtherAction event = (OtherAction) decode(EVENT.formatted(action));

    assertThat(event.action()).isEqualTo(action);
    assertThat(event.productId()).isEqualTo("p2");
    assertThat(event.queryId()).isEqualTo("q-1");
  }

  @Test
  void event_onWhatIsNoProduct_isNoMeetingWithAProduct() {
    OtherAction event = (OtherAction) decode(EVENT
        .formatted("click")
        .replace("\"object_id_field\":\"sku\"", "\"object_id_type\":\"post\""));

    assertThat(event.action()).isEqualTo("click");
    assertThat(event.productId()).isNull();
  }

  @Test
  void purchase_withAnAmount_isAnOrder() {
    Order order = (Order) decode(EVENT
        .formatted("purchase")
        .replace(
            "\"object_id_field\":\"sku\"", "\"amount\":39.80,\"currency\":\"CNY\",\"quantity\":2"));

    assertThat(order.amount()).isEqualByComparingTo("39.80");
    assertThat(order.quantity()).isEqualTo(2);
    assertThat(order.productId()).isEqualTo("p2");
    assertThat(order.queryId()).isEqualTo("q-1");
  }

  @Test
  void purchase_withoutAnAmount_isKeptAndNeverAnOrderOfNothing() {
    assertThat(decode(EVENT.formatted("purchase")))
        .isInstanceOfSatisfying(
            OtherAction.class, a -> assertThat(a.action()).isEqualTo("purchase"));
  }

  @Test
  void event_sameTwice_hasTheSameKeyAndAnotherOneHasAnother() {
    String again = EVENT.formatted("view");

    assertThat(decode(again).id()).isEqualTo(decode(again).id()).startsWith("ubi:");
    assertThat(decode(again.replace("00:00:09Z", "00:00:10Z")).id())
        .isNotEqualTo(decode(again).id());
    assertThat(decode("{\"_id\":\"e1\",\"_source\":" + again + "}").id()).isEqualTo("ubi:e1");
  }

  @ParameterizedTest
  @CsvSource({
    "2018-11-13T20:20:39+00:00",
    "2018-11-13T20:20:39Z",
    "2018-11-13T20:20:39",
    "1542140439000"
  })
  void timestamp_inEveryPublishedForm_isTheSameTime(String timestamp) {
    String text = timestamp.contains("T") ? "\"" + timestamp + "\"" : timestamp;
    BehaviorRecord event =
        (BehaviorRecord) decode(EVENT.formatted("view").replace("\"2025-06-01T00:00:09Z\"", text));

    assertThat(event.at()).isEqualTo("2018-11-13T20:20:39Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'user_query':' ','query_id':'q'};MISSING_FIELD;user_query is required",
        "{'user_query':'a'};MISSING_FIELD;query_id or timestamp is required",
        "{'user_query':'a','timestamp':'2025-06-01T00:00:00Z'};MISSING_FIELD;client_id is required",
        "{'user_query':'a','query_id':'q','timestamp':'gestern'};BAD_TIME;at: ISO-8601",
        "{'user_query':'a','query_id':'q','query_response_hit_ids':'p'};BAD_VALUE;results",
        "{'action_name':'click','client_id':'c'};MISSING_FIELD;timestamp is required",
        "{'action_name':'click','timestamp':'2025-06-01T00:00:00Z'};MISSING_FIELD;client_id",
        "{'action_name':'','timestamp':'2025-06-01T00:00:00Z'};MISSING_FIELD;action_name",
      })
  void bad_records_areNamedByTheirOwnFields(String record, Reason reason, String message) {
    assertThatThrownBy(() -> decode(record.replace('\'', '"')))
        .isInstanceOfSatisfying(MalformedRecordException.class, e -> {
          assertThat(e.reason()).isEqualTo(reason);
          assertThat(e.position()).isEqualTo(7);
        })
        .hasMessageContaining(message);
  }
}
