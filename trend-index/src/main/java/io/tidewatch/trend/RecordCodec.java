package io.tidewatch.trend;

import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.ListEntry;
import io.tidewatch.model.record.Media;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.record.Review;
import org.jspecify.annotations.Nullable;

/** A received document as bytes and back; part of {@link StateCodec}. */
final class RecordCodec {
  private static final byte POST = 0;
  private static final byte REVIEW = 1;
  private static final byte LIST_ENTRY = 2;

  private RecordCodec() {}

  static void write(DocumentRecord record, Packer out) {
    switch (record) {
      case Post p -> {
        out.number(POST);
        head(record, out);
        out.nullableText(p.authorId());
        out.nullableText(p.repostOf());
        out.nullableNumber(p.likes());
        out.nullableNumber(p.comments());
        out.nullableNumber(p.reposts());
        out.nullableNumber(p.authorFollowers());
        out.nullableText(p.place());
        out.list(p.media(), m -> {
          out.text(m.url());
          out.nullableText(m.caption());
        });
      }
      case Review r -> {
        out.number(REVIEW);
        head(record, out);
        out.nullableText(r.authorId());
        out.nullableText(r.productId());
        out.nullableNumber(r.rating() == null ? null : r.rating().longValue());
        out.nullableInstant(r.purchasedAt());
      }
      case ListEntry e -> {
        out.number(LIST_ENTRY);
        head(record, out);
        out.text(e.title());
        out.nullableNumber(e.heat());
        out.nullableNumber(e.rank() == null ? null : e.rank().longValue());
        out.nullableText(e.category());
        out.flag(e.advertisement());
      }
    }
  }

  static DocumentRecord read(Unpacker in) {
    long kind = in.number();
    Envelope envelope = new Envelope(
        in.nullableText(), in.nullableInstant(), in.instant(), in.fixed(), in.nullableText());
    String id = in.text();
    var publishedAt = in.instant();
    String text = in.text();
    if (kind == POST) {
      return new Post(
          envelope,
          id,
          in.nullableText(),
          publishedAt,
          text,
          in.nullableText(),
          in.nullableNumber(),
          in.nullableNumber(),
          in.nullableNumber(),
          in.nullableNumber(),
          in.nullableText(),
          in.list(() -> new Media(in.text(), in.nullableText())));
    }
    if (kind == REVIEW) {
      return new Review(
          envelope,
          id,
          in.nullableText(),
          in.nullableText(),
          small(in.nullableNumber()),
          publishedAt,
          in.nullableInstant(),
          text);
    }
    return new ListEntry(
        envelope,
        id,
        in.text(),
        text,
        publishedAt,
        in.nullableNumber(),
        small(in.nullableNumber()),
        in.nullableText(),
        in.flag());
  }

  private static void head(DocumentRecord record, Packer out) {
    Envelope envelope = record.envelope();
    out.nullableText(envelope.source());
    out.nullableInstant(envelope.updatedAt());
    out.instant(envelope.receivedAt());
    out.fixed(envelope.contentHash());
    out.nullableText(envelope.extra());
    out.text(record.id());
    out.instant(record.publishedAt());
    out.text(record.text());
  }

  private static @Nullable Integer small(@Nullable Long value) {
    return value == null ? null : Math.toIntExact(value);
  }
}
