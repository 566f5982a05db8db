package io.tidewatch.model.record;

import io.tidewatch.model.document.CountingUnit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A microblog post or a repost of one.
 *
 * @param repostOf id of the post that this one passes on; null for an original
 * @param likes engagement counts, never negative; null when the source does not give them
 * @param authorFollowers followers of the author at the time; null when unknown
 */
public record Post(
    Envelope envelope,
    String id,
    @Nullable String authorId,
    Instant publishedAt,
    String text,
    @Nullable String repostOf,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long reposts,
    @Nullable Long authorFollowers,
    @Nullable String place,
    List<Media> media)
    implements DocumentRecord {

  public Post {
    media = List.copyOf(media);
  }

  @Override
  public String type() {
    return "post";
  }

  /** The text and the captions of its pictures and videos. */
  @Override
  public String searchedText() {
    var all = new StringBuilder(text);
    for (Media one : media) {
      if (one.caption() != null) {
        all.append('\n').append(one.caption());
      }
    }
    return all.toString();
  }

  @Override
  public CountingUnit unit() {
    return CountingUnit.AUTHORS;
  }

  @Override
  public String unitKey() {
    return authorId == null ? key().toString() : authorId;
  }
}
