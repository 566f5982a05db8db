package io.tidewatch.api.question;

import io.tidewatch.audience.answer.Explanation;
import io.tidewatch.audience.answer.Explanation.Act;
import io.tidewatch.audience.answer.Explanation.Proof;
import io.tidewatch.model.behavior.StoredRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the records behind evidence: of its type, in its second and, where it names one, of its product. */
final class EvidenceRecords {
  private final List<StoredRecord> records;

  /** {@code records}: all of the person. */
  EvidenceRecords(List<StoredRecord> records) {
    this.records = records;
  }

  /** The same explanation with the keys of records. */
  Explanation into(Explanation explanation) {
    return explanation.with(explanation.evidence().stream().map(this::proof).toList());
  }

  private Proof proof(Proof proof) {
    return new Proof(
        proof.state(),
        proof.kind(),
        proof.count(),
        proof.newest().stream().map(this::act).toList());
  }

  private Act act(Act act) {
    List<String> keys = records.stream()
        .filter(record -> record.type().equals(act.type()))
        .filter(record ->
            !record.at().isBefore(act.at()) && record.at().isBefore(act.at().plusSeconds(1)))
        .filter(record -> isOf(record, act.productId()))
        .map(record -> record.type() + "/" + record.id())
        .toList();
    return new Act(act.type(), act.at(), act.productId(), act.keyword(), act.channel(), keys);
  }

  private static boolean isOf(StoredRecord record, @Nullable String productId) {
    return productId == null || productId.equals(record.fields().get("product_id"));
  }
}
