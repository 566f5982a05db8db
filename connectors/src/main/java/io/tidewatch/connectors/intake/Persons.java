package io.tidewatch.connectors.intake;

import io.tidewatch.model.record.AdEvent;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.Consent;
import io.tidewatch.model.record.Coupon;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Deletion;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.IdentityLink;
import io.tidewatch.model.record.Interaction;
import io.tidewatch.model.record.KeywordStats;
import io.tidewatch.model.record.ListEntry;
import io.tidewatch.model.record.Order;
import io.tidewatch.model.record.OtherAction;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.record.Rating;
import io.tidewatch.model.record.Refund;
import io.tidewatch.model.record.Review;
import io.tidewatch.model.record.Search;
import io.tidewatch.model.record.Sensor;
import io.tidewatch.model.record.StoreSale;
import io.tidewatch.model.record.User;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom a record is about. */
final class Persons {
  private Persons() {}

  /** The identifiers of people in a record; none when it is about nobody. */
  static Stream<String> of(DataRecord record) {
    return switch (record) {
      case Search r -> Stream.of(r.userId());
      case Interaction r -> Stream.of(r.userId());
      case OtherAction r -> Stream.of(r.userId());
      case Rating r -> Stream.of(r.userId());
      case Order r -> Stream.of(r.userId());
      case Refund r -> Stream.of(r.userId());
      case AdEvent r -> Stream.of(r.userId());
      case Sensor r -> Stream.of(r.device());
      case StoreSale r -> given(r.memberId());
      case Coupon r -> given(r.userId());
      case User r -> Stream.of(r.id());
      case Consent r -> Stream.of(r.userId());
      case IdentityLink r -> Stream.of(r.from().value(), r.to().value());
      case Post r -> given(r.authorId());
      case Review r -> given(r.authorId());
      case Deletion r -> r.of().equals("user") ? Stream.of(r.id()) : Stream.empty();
      case ListEntry r -> Stream.empty();
      case KeywordStats r -> Stream.empty();
      case CatalogueRecord r -> Stream.empty();
      case Heartbeat r -> Stream.empty();
    };
  }

  private static Stream<String> given(@Nullable String identifier) {
    return identifier == null ? Stream.empty() : Stream.of(identifier);
  }
}
