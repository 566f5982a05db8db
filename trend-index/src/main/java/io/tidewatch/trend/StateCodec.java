package io.tidewatch.trend;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.AspectOpinion;
import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.Lane;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.annotation.Sentiment;
import io.tidewatch.model.annotation.SpamReason;
import io.tidewatch.model.annotation.SpamScore;
import io.tidewatch.model.annotation.TextSignature;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.DocumentState.Sighting;
import io.tidewatch.trend.DocumentState.Tombstone;
import java.util.List;

/**
 * A {@link DocumentState} as bytes and back: a version byte, a kind byte, then fields in fixed
 * order. Reading a newer version fails with {@link IllegalStateException}.
 */
public final class StateCodec {
  private static final byte VERSION = 3;

  /** The first version knows no spam score and no lane reason, the second no repost chain. */
  private static final byte OLDEST = 1;

  private static final byte LIVE = 0;
  private static final byte TOMBSTONE = 1;

  private StateCodec() {}

  /** The state as bytes. */
  public static byte[] encode(DocumentState state) {
    Packer out = new Packer();
    out.number(VERSION);
    switch (state) {
      case Live live -> {
        out.number(LIVE);
        RecordCodec.write(live.record(), out);
        write(live.annotation(), out);
        out.number(live.revision());
        out.instant(live.received());
        out.list(live.sightings(), s -> {
          out.instant(s.at());
          out.nullableNumber(s.heat());
        });
        out.list(live.seen(), out::fixed);
      }
      case Tombstone t -> {
        out.number(TOMBSTONE);
        out.text(t.key().source());
        out.text(t.key().id());
        out.number(t.revision());
        out.nullableInstant(t.version());
        out.list(t.seen(), out::fixed);
      }
    }
    return out.bytes();
  }

  /** What {@link #encode} wrote. */
  public static DocumentState decode(byte[] bytes, int offset, int length) {
    Unpacker in = new Unpacker(bytes, offset, length);
    long version = in.number();
    if (version < OLDEST || version > VERSION) {
      throw new IllegalStateException(
          "document format: version " + OLDEST + " to " + VERSION + " is required, got " + version);
    }
    if (in.number() == LIVE) {
      return new Live(
          RecordCodec.read(in),
          annotation(in, version),
          in.number(),
          in.instant(),
          in.list(() -> new Sighting(in.instant(), in.nullableNumber())),
          in.list(in::fixed));
    }
    return new Tombstone(
        new DocumentKey(in.text(), in.text()),
        in.number(),
        in.nullableInstant(),
        in.list(in::fixed));
  }

  private static void write(Annotation a, Packer out) {
    out.constant(a.lane());
    out.text(a.dictionaryVersion());
    out.text(a.modelVersion());
    out.constant(a.intent());
    out.real(a.intentConfidence());
    out.constant(a.sentiment().polarity());
    out.real(a.sentiment().score());
    out.real(a.sentiment().confidence());
    out.list(a.mentions(), m -> {
      out.text(m.id());
      out.span(m.span());
      out.text(m.surface());
      out.constant(m.kind());
      out.nullableText(m.entityId());
      out.nullableText(m.brandId());
      out.constant(m.polarity());
      out.flag(m.quoted());
      out.nullableText(m.reason());
    });
    out.list(a.aspects(), o -> {
      out.span(o.span());
      out.text(o.aspect());
      out.nullableSpan(o.opinion());
      out.constant(o.polarity());
      out.real(o.score());
      out.nullableText(o.target());
    });
    out.list(a.hashtags(), out::text);
    out.list(a.terms(), out::text);
    out.fixed(a.signature().exact());
    out.fixed(a.signature().simHash());
    out.flag(a.wantsDeepLane());
    out.real(a.spam().score());
    out.list(a.spam().reasons(), r -> {
      out.text(r.code());
      out.text(r.text());
    });
    out.nullableText(a.laneReason());
    out.list(a.repostChain(), out::text);
  }

  private static Annotation annotation(Unpacker in, long version) {
    var first = new Annotation(
        in.constant(Lane.class),
        in.text(),
        in.text(),
        in.constant(Intent.class),
        in.real(),
        new Sentiment(in.constant(Polarity.class), in.real(), in.real()),
        in.list(() -> new Mention(
            in.text(),
            in.span(),
            in.text(),
            in.constant(MentionKind.class),
            in.nullableText(),
            in.nullableText(),
            in.constant(Polarity.class),
            in.flag(),
            in.nullableText())),
        in.list(() -> new AspectOpinion(
            in.span(),
            in.text(),
            in.nullableSpan(),
            in.constant(Polarity.class),
            in.real(),
            in.nullableText())),
        in.list(in::text),
        List.of(),
        in.list(in::text),
        new TextSignature(in.fixed(), in.fixed()),
        in.flag(),
        version < 2
            ? SpamScore.NONE
            : new SpamScore(in.real(), in.list(() -> new SpamReason(in.text(), in.text()))),
        version < 2 ? null : in.nullableText());
    return version < 3 ? first : first.repostedThrough(in.list(in::text));
  }
}
