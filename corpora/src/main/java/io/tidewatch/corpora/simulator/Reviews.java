package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.SampleTexts.SampleReview;
import io.tidewatch.corpora.SampleTexts.TemplateKind;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.catalogue.Resolution;
import io.tidewatch.model.record.Review;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes buyers' reviews: a sample review of that very product, each once, or a filled template
 * with a remark on the delivery.
 */
final class Reviews {
  static final String SOURCE = "reviews";
  private static final List<String> GOOD = List.of(
      "物流很快，包装完好。",
      "会回购。",
      "客服很耐心。",
      "已经推荐给同事了。",
      "第二天就到了。",
      "活动价入手，很划算。",
      "家里人都说好。",
      "和描述一致。",
      "值得买。",
      "");
  private static final List<String> BAD = List.of(
      "客服半天不回消息。", "包装都压扁了。", "不会再买了。", "物流等了一周。", "和图片差太多。", "已经申请退货。", "慎入。", "买贵了，第二天就降价。", "");

  private final Agenda agenda;
  private final Phrasebook phrasebook;
  private final Map<String, Deque<SampleReview>> samples = new HashMap<>();

  Reviews(Agenda agenda, Phrasebook phrasebook, Catalogue catalogue, SampleTexts texts) {
    this.agenda = agenda;
    this.phrasebook = phrasebook;
    for (SampleReview review : texts.reviews()) {
      if (catalogue.resolve(review.product(), EntityKind.PRODUCT)
          instanceof Resolution.Found found) {
        samples.computeIfAbsent(found.id(), id -> new ArrayDeque<>()).add(review);
      }
    }
  }

  void write(ReviewWish wish, Person person, Rack rack, Chance chance) {
    Product product = rack.product(wish.product());
    Stall stall = rack.shelf().stalls().get(rack.stall(wish.product()));
    Instant at = wish.written();
    int stars = Checkout.stars(wish.content(), chance);
    Deque<SampleReview> own = samples.getOrDefault(product.id(), new ArrayDeque<>());
    String text;
    if (!own.isEmpty() && own.getFirst().rating() >= 4 == wish.content()) {
      SampleReview sample = own.removeFirst();
      stars = sample.rating();
      text = sample.text();
    } else {
      TemplateKind kind = wish.content() ? TemplateKind.PRAISE : TemplateKind.COMPLAINT;
      text = phrasebook.text(kind, rack.shelf(), stall, product, chance).orElse("")
          + "。"
          + chance.oneOf(wish.content() ? GOOD : BAD);
    }
    String id = agenda.next("rv");
    agenda.add(
        at,
        new Review(
            Agenda.envelope(SOURCE, id, at, 0),
            id,
            person.id(),
            product.id(),
            stars,
            at,
            wish.purchased(),
            text));
  }
}
