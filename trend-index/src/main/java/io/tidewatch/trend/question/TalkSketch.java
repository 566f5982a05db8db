package io.tidewatch.trend.question;

import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.trend.Cause;
import io.tidewatch.trend.DocumentKeys;
import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who speaks, how, and where, in one selection of documents. For one thread. */
final class TalkSketch {
  private static final int LONGEST_CHAIN = 50;

  private final Map<String, Long> sources = new HashMap<>();
  private final Map<DocumentKey, Origin> posts = new HashMap<>();
  private final List<Loud> documents = new ArrayList<>();
  private long reposts;
  private long suspected;
  private long positive;
  private long negative;
  private @Nullable String loudest;
  private long loudestDocuments;

  private record Origin(@Nullable String author, @Nullable DocumentKey parent) {}

  private record Loud(String key, long engagement) {}

  private TalkSketch() {}

  static TalkSketch of(EngineView view, Selection selection) {
    var sketch = new TalkSketch();
    DocumentStream.each(view, selection, sketch::read);
    sketch.findLoudest();
    return sketch;
  }

  private void read(Live live) {
    sources.merge(live.key().source(), 1L, Long::sum);
    documents.add(new Loud(live.key().toString(), DocumentKeys.engagement(live.record())));
    Polarity polarity = live.annotation().sentiment().polarity();
    positive += polarity == Polarity.POSITIVE ? 1 : 0;
    negative += polarity == Polarity.NEGATIVE ? 1 : 0;
    suspected += live.annotation().spam().suspected() ? 1 : 0;
    if (live.record() instanceof Post post) {
      DocumentKey parent =
          post.repostOf() == null ? null : new DocumentKey(live.key().source(), post.repostOf());
      reposts += parent != null || !live.annotation().repostChain().isEmpty() ? 1 : 0;
      posts.put(live.key(), new Origin(post.authorId(), parent));
    }
  }

  private void findLoudest() {
    Map<String, Long> byAuthor = new HashMap<>();
    posts.values().forEach(origin -> {
      String author = root(origin);
      if (author != null) {
        byAuthor.merge(author, 1L, Long::sum);
      }
    });
    byAuthor.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue()
            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .ifPresent(most -> {
          loudest = most.getKey();
          loudestDocuments = most.getValue();
        });
  }

  /** The author of the first post of a chain, as far as its posts are among these. */
  private @Nullable String root(Origin origin) {
    Origin at = origin;
    for (int i = 0; at.parent() != null && i < LONGEST_CHAIN; i++) {
      Origin above = posts.get(at.parent());
      if (above == null) {
        break;
      }
      at = above;
    }
    return at.author();
  }

  long documents() {
    return documents.size();
  }

  Map<String, Long> sources() {
    return sources;
  }

  /** Share of all documents, 0 to 1. */
  double reposts() {
    return share(reposts);
  }

  /** Share of all documents, 0 to 1. */
  double suspected() {
    return share(suspected);
  }

  long positive() {
    return positive;
  }

  long negative() {
    return negative;
  }

  /** The author behind most documents, by own posts and reposts of them; null without authors. */
  @Nullable
  String loudest() {
    return loudest;
  }

  /** Share of all documents, 0 to 1. */
  double loudestShare() {
    return share(loudestDocuments);
  }

  /** Highest engagement first, then key. */
  List<String> evidence() {
    return documents.stream()
        .sorted(Comparator.comparingLong(Loud::engagement).reversed().thenComparing(Loud::key))
        .limit(Cause.EVIDENCE)
        .map(Loud::key)
        .toList();
  }

  private double share(long part) {
    return documents.isEmpty() ? 0 : (double) part / documents.size();
  }
}
