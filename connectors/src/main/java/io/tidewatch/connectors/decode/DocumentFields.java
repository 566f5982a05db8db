package io.tidewatch.connectors.decode;

import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.ListEntry;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.record.Review;
import java.time.Instant;
import java.time.ZoneId;

/** Posts, reviews and list entries from their fields. */
final class DocumentFields {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private DocumentFields() {}

  static DocumentRecord post(RecordFields f, Envelope envelope) {
    return new Post(
        envelope,
        f.id("id"),
        f.idOrNull("authorId"),
        f.instant("publishedAt"),
        f.text("text"),
        f.idOrNull("repostOf"),
        f.count("likes"),
        f.count("comments"),
        f.count("reposts"),
        f.count("authorFollowers"),
        f.textOrNull("place"),
        f.media("media"));
  }

  static DocumentRecord review(RecordFields f, Envelope envelope) {
    return new Review(
        envelope,
        f.id("id"),
        f.idOrNull("authorId"),
        f.idOrNull("productId"),
        f.whole("rating", 1, 5),
        f.instant("publishedAt"),
        f.instantOrNull("purchasedAt"),
        f.text("text"));
  }

  /** Without an id it is the title and the local day; without a text it is the title. */
  static DocumentRecord listEntry(RecordFields f, Envelope envelope) {
    String title = f.id("title");
    Instant at = f.instant("publishedAt");
    String id = f.idOrNull("id");
    String text = f.textOrNull("text");
    return new ListEntry(
        envelope,
        id == null ? title + "@" + at.atZone(SHANGHAI).toLocalDate() : id,
        title,
        text == null ? title : text,
        at,
        f.count("heat"),
        f.whole("rank", 1, Integer.MAX_VALUE),
        f.textOrNull("category"),
        f.flag("advertisement", false));
  }
}
