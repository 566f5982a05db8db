package io.tidewatch.connectors.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tidewatch.connectors.intake.Json;
import io.tidewatch.model.record.AdEvent;
import io.tidewatch.model.record.BrandRecord;
import io.tidewatch.model.record.CategoryRecord;
import io.tidewatch.model.record.Consent;
import io.tidewatch.model.record.Coupon;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Deletion;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.IdentityLink;
import io.tidewatch.model.record.Interaction;
import io.tidewatch.model.record.KeywordStats;
import io.tidewatch.model.record.ListEntry;
import io.tidewatch.model.record.MediaVector;
import io.tidewatch.model.record.Order;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.record.ProductRecord;
import io.tidewatch.model.record.Rating;
import io.tidewatch.model.record.Refund;
import io.tidewatch.model.record.Review;
import io.tidewatch.model.record.Search;
import io.tidewatch.model.record.Sensor;
import io.tidewatch.model.record.StoreSale;
import io.tidewatch.model.record.User;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordDecoderTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final String ORDER =
      "{'type':'order','id':'o1','userId':'u1','at':'2025-06-01T08:00:00+08:00','productId':'p1',"
          + "'quantity':2,'amount':19.90,'currency':'CNY'}";

  private final RecordDecoder decoder = new RecordDecoder(
      new KeyedHash("0123456789abcdef".getBytes(StandardCharsets.UTF_8)), InstantSource.fixed(NOW));

  private DataRecord decode(String json) {
    try {
      return decoder.decode(Json.reader().readTree(json.replace('\'', '"')), "file", null, 7);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void post_withAllFields_isRead() {
    Post post =
        (Post) decode("{'type':'post','id':12,'source':'weibo','authorId':'a','publishedAt':"
            + "'2025-06-01T08:00:00+08:00','text':'','likes':0,'comments':3,'media':"
            + "['http://x/1.jpg',{'url':'http://x/2.jpg','caption':'二'}],"
            + "'updatedAt':'2025-06-02T00:00:00Z','mood':'good'}");
    assertThat(post.id()).isEqualTo("12");
    assertThat(post.publishedAt()).isEqualTo("2025-06-01T00:00:00Z");
    assertThat(post.likes()).isZero();
    assertThat(post.reposts()).isNull();
    assertThat(post.media()).hasSize(2).last().extracting("caption").isEqualTo("二");
    assertThat(post.envelope().extra()).isEqualTo("{\"mood\":\"good\"}");
    assertThat(post.envelope().updatedAt()).isEqualTo("2025-06-02T00:00:00Z");
    assertThat(post.envelope().receivedAt()).isEqualTo(NOW);
  }

  @Test
  void product_withMediaVector_isRead() {
    ProductRecord product = (ProductRecord)
        decode("{'type':'product','id':'p','name':'杯','brandId':'b','categoryId':'c','media':"
            + "[{'url':'http://x/1.jpg','caption':'杯子','vector':[0.5,-1,2e1],'space':'clip-b32'},"
            + "'http://x/2.jpg']}");
    assertThat(product.media().getFirst().vector())
        .isEqualTo(new MediaVector("clip-b32", List.of(.5f, -1f, 20f)));
    assertThat(product.media().getLast().vector()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'vector':[0.5]",
        "'vector':[],'space':'clip'",
        "'vector':[0,0],'space':'clip'",
        "'vector':[1e300],'space':'clip'",
        "'vector':['1'],'space':'clip'",
        "'vector':'1,2','space':'clip'",
        "'vector':[1],'space':'Cl ip'"
      })
  void product_withWrongMediaVector_isRefused(String wrong) {
    assertThatThrownBy(() ->
            decode("{'type':'product','id':'p','name':'杯','brandId':'b','categoryId':'c','media':"
                + "[{'url':'http://x/1.jpg'," + wrong + "}]}"))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("media");
  }

  @Test
  void everyType_minimal_isRead() {
    String at = "'at':'2025-06-01T00:00:00Z'";
    String who = "'id':'1','userId':'u'," + at;
    assertThat(decode("{'type':'review','id':'1','source':'s','publishedAt':"
            + "'2025-06-01T00:00:00Z','text':'好','rating':5}"))
        .asInstanceOf(type(Review.class))
        .extracting(Review::rating)
        .isEqualTo(5);
    assertThat(decode("{'type':'list_entry','source':'s','title':'题','publishedAt':"
            + "'2025-06-01T00:00:00+08:00','heat':5}"))
        .asInstanceOf(type(ListEntry.class))
        .extracting(ListEntry::id)
        .isEqualTo("题@2025-06-01");
    assertThat(decode("{'type':'search'," + who + ",'query':'手机','results':['a']}"))
        .isInstanceOf(Search.class);
    for (String action :
        new String[] {"impression", "view", "click", "favorite", "cart", "follow", "share"}) {
      assertThat(decode("{'type':'" + action + "'," + who + ",'brandId':'b'}"))
          .asInstanceOf(type(Interaction.class))
          .extracting(Interaction::type)
          .isEqualTo(action);
    }
    assertThat(decode("{'type':'rating'," + who + ",'productId':'p','stars':1}"))
        .isInstanceOf(Rating.class);
    assertThat(((Order) decode(ORDER)).amount()).isEqualTo(new BigDecimal("19.90"));
    assertThat(decode("{'type':'refund','orderId':'o'," + who + ",'amount':'1','currency':'CNY'}"))
        .isInstanceOf(Refund.class);
    assertThat(decode("{'type':'ad_click'," + who + ",'campaignId':'c','brandId':'b','cost':0}"))
        .asInstanceOf(type(AdEvent.class))
        .extracting(AdEvent::clicked)
        .isEqualTo(true);
    assertThat(decode("{'type':'keyword_stats','id':'1','day':'2025-06-01','keyword':'k'}"))
        .asInstanceOf(type(KeywordStats.class))
        .extracting(KeywordStats::clicks)
        .isNull();
    assertThat(decode(
            "{'type':'store_sale','id':'1','storeId':'s'," + at + ",'amount':1,'currency':'CNY'}"))
        .isInstanceOf(StoreSale.class);
    assertThat(decode("{'type':'coupon','id':'1','state':'redeemed','value':5," + at + "}"))
        .asInstanceOf(type(Coupon.class))
        .extracting(Coupon::redeemed)
        .isEqualTo(true);
    assertThat(decode("{'type':'user','id':'u'," + at
            + ",'attributes':{'age':30},'attributeSource':'declared'}"))
        .asInstanceOf(type(User.class))
        .extracting(u -> u.attributes().get("age"))
        .isEqualTo("30");
    assertThat(decode("{'type':'consent'," + who + ",'purpose':'ads','granted':false}"))
        .isInstanceOf(Consent.class);
    assertThat(decode("{'type':'brand','id':'b','name':'名','aliases':['a']}"))
        .isInstanceOf(BrandRecord.class);
    assertThat(decode("{'type':'category','id':'c','name':'名','standard':true}"))
        .isInstanceOf(CategoryRecord.class);
    assertThat(decode("{'type':'product','id':'p','name':'名','brandId':'b','categoryId':'c',"
            + "'margin':0.3}"))
        .isInstanceOf(ProductRecord.class);
    assertThat(decode("{'type':'delete','of':'post','id':'1'}")).isInstanceOf(Deletion.class);
    assertThat(decode("{'type':'heartbeat','source':'s'," + at + "}"))
        .isInstanceOf(Heartbeat.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'amount':19.90 | 'amount':-1 | bad-value",
        "'amount':19.90 | 'amount':'12,5' | bad-value",
        "'amount':19.90 | 'amount':1e999999 | bad-value",
        "'quantity':2 | 'quantity':0 | bad-value",
        "'quantity':2 | 'quantity':1.5 | bad-value",
        "'currency':'CNY' | 'currency':'RMB' | bad-value",
        "'userId':'u1', | '' | missing-field",
        "'userId':'u1' | 'userId':null | missing-field",
        "'userId':'u1' | 'userId':['u1'] | bad-value",
        "2025-06-01T08:00:00+08:00 | 2025-02-30T08:00:00+08:00 | bad-time",
        "2025-06-01T08:00:00+08:00 | 2025-06-01T08:00:00 | bad-time",
        "2025-06-01T08:00:00+08:00 | 1948736000 | bad-time",
        "2025-06-01T08:00:00+08:00 | 9999-06-01T08:00:00Z | bad-time",
        "'type':'order' | 'type':'ordre' | unknown-type",
        "'type':'order', | '' | unknown-type"
      })
  void order_withOneFault_isRefusedByReason(String right, String wrong, String reason) {
    String fault = wrong.equals("''") ? "" : wrong;
    assertThat(ORDER).contains(right.strip());
    assertThatThrownBy(() -> decode(ORDER.replace(right.strip(), fault)))
        .isInstanceOfSatisfying(MalformedRecordException.class, e -> {
          assertThat(e.reason().label()).isEqualTo(reason);
          assertThat(e.position()).isEqualTo(7);
          assertThat(e.preview().length()).isBetween(1, 120);
          assertThat(e).hasMessageContaining("file, record 7: ");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'rating','id':'1','userId':'u','at':'2025-06-01T00:00:00Z','productId':'p',"
            + "'stars':6}",
        "{'type':'post','id':'1','publishedAt':'2025-06-01T00:00:00Z','text':'x'}",
        "{'type':'post','id':'1','source':'a/b','publishedAt':'2025-06-01T00:00:00Z','text':'x'}",
        "{'type':'delete','of':'brand','id':'1'}",
        "{'type':'follow','id':'1','userId':'u','at':'2025-06-01T00:00:00Z'}",
        "[1]"
      })
  void record_againstItsRule_isRefused(String json) {
    assertThatThrownBy(() -> decode(json)).isInstanceOf(MalformedRecordException.class);
  }

  @Test
  void contentHash_orderAndNumberSpelling_doNotMatter() {
    long hash = decode(ORDER).envelope().contentHash();
    String turned = "{'currency':'CNY','amount':19.9,'quantity':2,'productId':'p1','queryId':null,"
        + "'at':'2025-06-01T08:00:00+08:00','userId':'u1','id':'o1','type':'order'}";
    assertThat(decode(turned).envelope().contentHash()).isEqualTo(hash);
    assertThat(decode(ORDER.replace("19.90", "19.91")).envelope().contentHash()).isNotEqualTo(hash);
    assertThat(decode(ORDER.replace("'id':'o1'", "'id':'o2'")).envelope().contentHash())
        .isNotEqualTo(hash);
  }

  @Test
  void contentHash_isTheSameInEveryRelease() {
    assertThat(RecordDecoder.digest("观潮")).isEqualTo("adba4f8eba79997a");
  }

  @Test
  void addresses_areReplacedByTheirKeyedHash() {
    String sensor = "{'type':'sensor','id':'1','storeId':'s','via':'wifi','device':'%s',"
        + "'at':'2025-06-01T00:00:00Z'}";
    Sensor one = (Sensor) decode(sensor.formatted("AA:BB:CC:00:11:22"));
    Sensor same = (Sensor) decode(sensor.formatted("aa-bb-cc-00-11-22"));
    assertThat(one.device()).hasSize(64).isEqualTo(same.device()).doesNotContain("aabb");
    IdentityLink link = (IdentityLink)
        decode("{'type':'identity','id':'1','from':{'kind':'phone','value':'138 0000 0000'},"
            + "'to':{'kind':'account','value':'u1'},'evidence':'login',"
            + "'at':'2025-06-01T00:00:00Z'}");
    assertThat(link.from().value()).hasSize(64);
    assertThat(link.to().value()).isEqualTo("u1");
    User user = (User) decode("{'type':'user','id':'u','at':'2025-06-01T00:00:00Z','attributes':"
        + "{'phone':13800000000,'city':'上海'},'attributeSource':'verified'}");
    assertThat(user.attributes().get("phone")).isEqualTo(link.from().value());
    assertThat(user.attributes()).containsEntry("city", "上海");
  }
}
