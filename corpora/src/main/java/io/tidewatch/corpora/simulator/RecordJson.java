package io.tidewatch.corpora.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.tidewatch.model.record.AdEvent;
import io.tidewatch.model.record.BehaviorRecord;
import io.tidewatch.model.record.Consent;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.IdentityLink;
import io.tidewatch.model.record.Interaction;
import io.tidewatch.model.record.ListEntry;
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
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records that a market makes as JSON Lines, fields named and ordered as the record
 * format of this service has them. Absent fields are left out. Not safe for several threads.
 */
final class RecordJson implements Closeable {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;
  private final LocalTimes times = new LocalTimes();

  RecordJson(OutputStream out) throws IOException {
    this.json = FACTORY.createGenerator(out);
    json.setPrettyPrinter(new MinimalPrettyPrinter(""));
  }

  /**
   * Writes one line.
   *
   * @throws IllegalArgumentException for a type that a market does not make
   */
  void write(DataRecord record) throws IOException {
    json.writeStartObject();
    text("type", record.type());
    text("id", record.id());
    switch (record) {
      case Post post -> post(post);
      case Review review -> review(review);
      case ListEntry entry -> entry(entry);
      case Heartbeat heartbeat -> {
        source(heartbeat);
        time("at", heartbeat.at());
      }
      case User user -> user(user);
      case IdentityLink link -> link(link);
      case Consent consent -> {
        who(consent.userId(), consent.at());
        text("purpose", consent.purpose());
        json.writeBooleanField("granted", consent.granted());
      }
      case ProductRecord product -> product(product);
      case BehaviorRecord behavior -> behavior(behavior);
      default ->
        throw new IllegalArgumentException(
            "record: a type that a market makes is required, got " + record.type());
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  void flush() throws IOException {
    json.flush();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  private void post(Post post) throws IOException {
    document(post);
    text("text", post.text());
    text("repostOf", post.repostOf());
    number("likes", post.likes());
    number("comments", post.comments());
    number("reposts", post.reposts());
    number("authorFollowers", post.authorFollowers());
    text("place", post.place());
  }

  private void review(Review review) throws IOException {
    source(review);
    text("authorId", review.authorId());
    text("productId", review.productId());
    if (review.rating() != null) {
      json.writeNumberField("rating", review.rating());
    }
    time("publishedAt", review.publishedAt());
    if (review.purchasedAt() != null) {
      time("purchasedAt", review.purchasedAt());
    }
    text("text", review.text());
  }

  private void entry(ListEntry entry) throws IOException {
    source(entry);
    text("title", entry.title());
    text("text", entry.text());
    time("publishedAt", entry.publishedAt());
    number("heat", entry.heat());
    if (entry.rank() != null) {
      json.writeNumberField("rank", entry.rank());
    }
    text("category", entry.category());
    json.writeBooleanField("advertisement", entry.advertisement());
  }

  private void user(User user) throws IOException {
    time("at", user.at());
    json.writeObjectFieldStart("attributes");
    for (var attribute : new TreeMap<>(user.attributes()).entrySet()) {
      json.writeStringField(attribute.getKey(), attribute.getValue());
    }
    json.writeEndObject();
    text("attributeSource", user.attributeSource());
  }

  private void link(IdentityLink link) throws IOException {
    identifier("from", link.from());
    identifier("to", link.to());
    text("evidence", link.evidence());
    if (link.confidence() != null) {
      json.writeNumberField("confidence", link.confidence());
    }
    time("at", link.at());
  }

  private void product(ProductRecord product) throws IOException {
    text("name", product.name());
    text("brandId", product.brandId());
    text("categoryId", product.categoryId());
    if (product.price() != null) {
      json.writeNumberField("price", product.price());
    }
    text("currency", product.currency());
    if (product.margin() != null) {
      json.writeNumberField("margin", product.margin());
    }
    number("stock", product.stock());
    json.writeArrayFieldStart("aliases");
    for (String alias : product.aliases()) {
      json.writeString(alias);
    }
    json.writeEndArray();
    if (product.envelope().updatedAt() != null) {
      time("updatedAt", product.envelope().updatedAt());
    }
  }

  private void behavior(BehaviorRecord record) throws IOException {
    switch (record) {
      case Search search -> {
        who(search.userId(), search.at());
        text("query", search.query());
        text("queryId", search.queryId());
        if (search.results() != null) {
          json.writeArrayFieldStart("results");
          for (String product : search.results()) {
            json.writeString(product);
          }
          json.writeEndArray();
        }
      }
      case Interaction met -> {
        who(met.userId(), met.at());
        text("productId", met.productId());
        text("brandId", met.brandId());
        text("queryId", met.queryId());
        if (met.position() != null) {
          json.writeNumberField("position", met.position());
        }
        text("channel", met.channel());
      }
      case Rating rating -> {
        who(rating.userId(), rating.at());
        text("productId", rating.productId());
        json.writeNumberField("stars", rating.stars());
      }
      case Order order -> {
        who(order.userId(), order.at());
        text("productId", order.productId());
        json.writeNumberField("quantity", order.quantity());
        json.writeNumberField("amount", order.amount());
        text("currency", order.currency());
        text("queryId", order.queryId());
      }
      case Refund refund -> {
        text("orderId", refund.orderId());
        who(refund.userId(), refund.at());
        json.writeNumberField("amount", refund.amount());
        text("currency", refund.currency());
      }
      case AdEvent ad -> {
        who(ad.userId(), ad.at());
        text("campaignId", ad.campaignId());
        text("brandId", ad.brandId());
        text("productId", ad.productId());
        if (ad.cost() != null) {
          json.writeNumberField("cost", ad.cost());
        }
        text("currency", ad.currency());
        text("query", ad.query());
      }
      case Sensor sensor -> {
        text("storeId", sensor.storeId());
        text("zone", sensor.zone());
        text("device", sensor.device());
        text("via", sensor.via());
        time("at", sensor.at());
        if (sensor.signal() != null) {
          json.writeNumberField("signal", sensor.signal());
        }
      }
      case StoreSale sale -> {
        text("storeId", sale.storeId());
        time("at", sale.at());
        json.writeNumberField("amount", sale.amount());
        text("currency", sale.currency());
        text("memberId", sale.memberId());
      }
      default ->
        throw new IllegalArgumentException(
            "record: a type that a market makes is required, got " + record.type());
    }
  }

  private void document(DocumentRecord document) throws IOException {
    source(document);
    text("authorId", document.authorId());
    time("publishedAt", document.publishedAt());
  }

  private void source(DataRecord record) throws IOException {
    text("source", record.envelope().source());
  }

  private void who(String user, Instant at) throws IOException {
    text("userId", user);
    time("at", at);
  }

  private void identifier(String field, IdentityLink.Identifier identifier) throws IOException {
    json.writeObjectFieldStart(field);
    text("kind", identifier.kind());
    text("value", identifier.value());
    json.writeEndObject();
  }

  private void text(String field, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(field, value);
    }
  }

  private void number(String field, @Nullable Long value) throws IOException {
    if (value != null) {
      json.writeNumberField(field, value);
    }
  }

  private void time(String field, Instant at) throws IOException {
    json.writeStringField(field, times.format(at));
  }
}
