package io.tidewatch.api.upkeep;

import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.connectors.intake.DeadLetters;
import io.tidewatch.model.behavior.QualityRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One rule that data breaks, and where to look.
 *
 * @param rule a rule of stored behaviour, or {@code refused:} and the reason of dead letters
 * @param examples at most three keys, or places of letters
 * @param look what to look at
 */
public record QualityView(String rule, long count, List<String> examples, String look) {

  public QualityView {
    examples = List.copyOf(examples);
  }

  /** Rules of stored facts, then reasons of letters that wait. */
  public static List<QualityView> of(
      List<QualityRow> rows, Map<Reason, DeadLetters.Waiting> letters) {
    var all = new ArrayList<QualityView>();
    rows.forEach(
        row -> all.add(new QualityView(row.rule(), row.count(), row.examples(), look(row.rule()))));
    letters.forEach((reason, waiting) -> all.add(new QualityView(
        "refused:" + reason.label(), waiting.letters(), waiting.places(), "dead-letter/")));
    return all;
  }

  private static String look(String rule) {
    return switch (rule) {
      case "order-of-unknown-product", "event-of-unknown-product" -> "catalogue: product records";
      case "keyword-of-unknown-category", "keyword-of-unknown-brand" ->
        "the report's names; catalogue: brands and categories";
      case "unknown-action", "purchase-without-amount" -> "records of type action";
      case "duplicate-id-other-body", "duplicate-id-older-body" -> "the sender's ids";
      case "event-from-the-future" -> "the sender's clock";
      case "currency-mix" -> "orders of the product";
      case "refund-above-order" -> "refunds of the order";
      case "refund-without-order", "refund-in-other-currency", "refund-before-order" ->
        "the refund and its order";
      default -> "the order";
    };
  }
}
