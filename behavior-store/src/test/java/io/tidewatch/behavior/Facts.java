package io.tidewatch.behavior;

import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.Deletion;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.Interaction;
import io.tidewatch.model.record.KeywordStats;
import io.tidewatch.model.record.Order;
import io.tidewatch.model.record.Refund;
import io.tidewatch.model.record.Search;
import io.tidewatch.model.record.User;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Small records for tests; the content hash follows from the content, as a decoder's does. */
public final class Facts {
  /** When every record without another time is received. */
  public static final Instant RECEIVED = Instant.parse("2025-07-01T00:00:00Z");

  private Facts() {}

  /** Phones p1 (brand b1), p2 (b2) in category phone; tea p3 (b3) in category tea. */
  public static Catalogue catalogue() {
    return new Catalogue(
        List.of(
            new Category("phone", "手机", "Phones", null, true),
            new Category("tea", "茶饮", "Tea", null, true)),
        List.of(
            new Brand("b1", "小米", List.of(), List.of("phone"), List.of()),
            new Brand("b2", "苹果", List.of(), List.of("phone"), List.of()),
            new Brand("b3", "喜茶", List.of(), List.of("tea"), List.of())),
        List.of(
            new Product("p1", "小米15", "b1", "phone", null, List.of()),
            new Product("p2", "iPhone 16", "b2", "phone", null, List.of()),
            new Product("p3", "多肉葡萄", "b3", "tea", null, List.of())),
        List.of());
  }

  public static Instant at(String isoInstant) {
    return Instant.parse(isoInstant);
  }

  public static Search search(
      String id,
      String user,
      String at,
      String query,
      @Nullable String queryId,
      String... results) {
    List<String> shown = results.length == 0 ? null : List.of(results);
    return new Search(
        envelope(null, "search", id, user, at, query, queryId, shown),
        id,
        user,
        at(at),
        query,
        queryId,
        shown);
  }

  public static Interaction click(
      String id, String user, String at, String product, @Nullable String queryId) {
    return interaction(Interaction.Action.CLICK, id, user, at, product, null, queryId);
  }

  public static Interaction interaction(
      Interaction.Action action,
      String id,
      String user,
      String at,
      @Nullable String product,
      @Nullable String brand,
      @Nullable String queryId) {
    return new Interaction(
        envelope(null, action, id, user, at, product, brand, queryId),
        action,
        id,
        user,
        at(at),
        product,
        brand,
        queryId,
        null,
        null);
  }

  public static Order order(
      String id, String user, String at, String product, String amount, @Nullable String queryId) {
    return order(null, id, user, at, product, amount, queryId);
  }

  public static Order order(
      @Nullable String updatedAt,
      String id,
      String user,
      String at,
      String product,
      String amount,
      @Nullable String queryId) {
    return new Order(
        envelope(updatedAt, "order", id, user, at, product, amount, queryId),
        id,
        user,
        at(at),
        product,
        1,
        new BigDecimal(amount),
        "CNY",
        queryId);
  }

  public static Refund refund(String id, String order, String at, String amount) {
    return new Refund(
        envelope(null, "refund", id, order, at, amount),
        id,
        order,
        "u1",
        at(at),
        new BigDecimal(amount),
        "CNY");
  }

  public static KeywordStats stats(
      String id, String day, String keyword, @Nullable Long clicks, @Nullable String gmv) {
    return new KeywordStats(
        envelope(null, "keyword_stats", id, day, keyword, clicks, gmv),
        id,
        LocalDate.parse(day),
        keyword,
        "phone",
        null,
        null,
        null,
        clicks,
        null,
        gmv == null ? null : new BigDecimal(gmv),
        null,
        "CNY");
  }

  public static User user(String id, String at, Map<String, String> attributes) {
    return new User(envelope(null, "user", id, at, attributes), id, at(at), attributes, "declared");
  }

  public static Deletion deletion(String of, String id) {
    return new Deletion(envelope(null, "delete", of, id), of, id);
  }

  public static Envelope envelope(@Nullable String updatedAt, @Nullable Object... content) {
    return new Envelope(
        "shop",
        updatedAt == null ? null : at(updatedAt),
        RECEIVED,
        31L * Objects.hash(content) + Objects.hashCode(updatedAt),
        null);
  }
}
