package io.tidewatch.connectors.decode;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.record.BrandRecord;
import io.tidewatch.model.record.CategoryRecord;
import io.tidewatch.model.record.Consent;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Deletion;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.IdentityLink;
import io.tidewatch.model.record.ProductRecord;
import io.tidewatch.model.record.User;
import io.tidewatch.model.record.WordRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

/** Catalogue entries, persons, deletions and heartbeats from their fields. */
final class EntityFields {
  private static final Set<String> CATALOGUE = Set.of("brand", "product", "category", "word");

  private EntityFields() {}

  static DataRecord brand(RecordFields f, Envelope envelope) {
    return new BrandRecord(
        envelope,
        f.id("id"),
        f.id("name"),
        f.texts("aliases"),
        f.texts("categories"),
        f.texts("rivals"));
  }

  static DataRecord category(RecordFields f, Envelope envelope) {
    return new CategoryRecord(
        envelope, f.id("id"), f.id("name"), f.idOrNull("parent"), f.flag("standard", false));
  }

  static DataRecord product(RecordFields f, Envelope envelope) {
    BigDecimal margin = f.shareOrNull("margin");
    return new ProductRecord(
        envelope,
        f.id("id"),
        f.id("name"),
        f.id("brandId"),
        f.id("categoryId"),
        f.amountOrNull("price"),
        f.currencyOrNull("currency"),
        margin,
        f.count("stock"),
        f.texts("aliases"),
        f.media("media"));
  }

  static DataRecord word(RecordFields f, Envelope envelope) {
    String word = Catalogue.fold(f.id("id"));
    if (!WordRecord.wellFormed(word)) {
      throw f.refuse(Reason.BAD_VALUE, "id: " + WordRecord.RULE + " expected", word);
    }
    return new WordRecord(envelope, word);
  }

  static DataRecord user(RecordFields f, Envelope envelope) {
    return new User(
        envelope,
        f.id("id"),
        f.instant("at"),
        f.attributes("attributes"),
        f.oneOf("attributeSource", BehaviorFields.ordered("verified", "declared", "inferred")));
  }

  static DataRecord identity(RecordFields f, Envelope envelope) {
    Double confidence = f.number("confidence");
    if (confidence != null && (confidence < 0 || confidence > 1)) {
      throw f.refuse(Reason.BAD_VALUE, "confidence: 0 to 1 expected", confidence.toString());
    }
    return new IdentityLink(
        envelope,
        f.id("id"),
        identifier(f.object("from")),
        identifier(f.object("to")),
        f.id("evidence"),
        confidence,
        f.instant("at"));
  }

  private static IdentityLink.Identifier identifier(RecordFields f) {
    return new IdentityLink.Identifier(f.id("kind"), f.id("value"));
  }

  static DataRecord consent(RecordFields f, Envelope envelope) {
    return new Consent(
        envelope, f.id("id"), f.id("userId"), f.id("purpose"), f.flag("granted"), f.instant("at"));
  }

  /** Catalogue entries are replaced, never deleted: documents may still name them. */
  static DataRecord deletion(RecordFields f, Envelope envelope, Set<String> types) {
    String of = f.oneOf("of", types);
    if (CATALOGUE.contains(of)) {
      throw f.refuse(
          Reason.BAD_VALUE, "of: catalogue entries are replaced by newer ones, not deleted", of);
    }
    return new Deletion(envelope, of, f.id("id"));
  }

  /** Without an id it is named by its time. */
  static DataRecord heartbeat(RecordFields f, Envelope envelope) {
    Instant at = f.instant("at");
    String id = f.idOrNull("id");
    return new Heartbeat(envelope, id == null ? at.toString() : id, at);
  }
}
