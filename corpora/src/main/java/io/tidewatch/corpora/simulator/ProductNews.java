package io.tidewatch.corpora.simulator;

import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.ProductRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records of products as the shop changes them: price, margin, stock. */
final class ProductNews {
  private static final long STOCK = 1000;

  private final Scene scene;

  ProductNews(Scene scene) {
    this.scene = scene;
  }

  /** What is new on a day: on the first everything that is sold, later what changed overnight. */
  List<DataRecord> on(int day) {
    var news = new ArrayList<DataRecord>();
    for (Rack rack : scene.racks()) {
      for (int p = 0; p < rack.size(); p++) {
        if (changed(day, rack.first() + p)) {
          news.add(record(rack, p, day));
        }
      }
    }
    return news;
  }

  private boolean changed(int day, int product) {
    OfferBook offers = scene.offers();
    return day == 0
        || offers.price(day, product).compareTo(offers.price(day - 1, product)) != 0
        || offers.presence(day, product) > 0 != offers.presence(day - 1, product) > 0;
  }

  private ProductRecord record(Rack rack, int p, int day) {
    Product product = rack.product(p);
    Instant at = scene
        .config()
        .firstDay()
        .plusDays(day)
        .atStartOfDay(SimulatorConfig.ZONE)
        .toInstant();
    boolean stocked = scene.offers().presence(day, rack.first() + p) > 0;
    return new ProductRecord(
        new Envelope(ShopLog.SOURCE, at, at, Hashes.mix(product.id().hashCode(), day), null),
        product.id(),
        product.name(),
        product.brandId(),
        product.categoryId(),
        scene.offers().price(day, rack.first() + p),
        ShopLog.CURRENCY,
        BigDecimal.valueOf(Math.round(rack.margin(p) * 100), 2),
        stocked ? STOCK : 0L,
        product.aliases(),
        List.of());
  }
}
