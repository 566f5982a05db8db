package io.tidewatch.api.fusion;

import io.tidewatch.keywords.semantic.PostCaptions;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.record.Media;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.trend.SearchPage;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Captions of indexed posts. A post that names several products tells nothing certain of one, so its
 * captions are left out. At most {@value #PAGES} pages of {@value #PAGE} posts are read.
 */
public final class CaptionedPosts implements PostCaptions {
  private static final String QUERY = "media:captioned";
  private static final int PAGE = 500;
  private static final int PAGES = 20;

  private final Supplier<TrendQueries> trends;

  public CaptionedPosts(Supplier<TrendQueries> trends) {
    this.trends = trends;
  }

  @Override
  public List<PostCaption> newest(Instant from, Instant to, int limit) {
    var captions = new ArrayList<PostCaption>();
    String cursor = null;
    for (int page = 0; page < PAGES && captions.size() < limit; page++) {
      SearchPage read = trends.get().search(new SearchQuery(QUERY, from, to, PAGE, cursor));
      read.documents().forEach(document -> captions.addAll(captions(document)));
      cursor = read.next();
      if (cursor == null) {
        break;
      }
    }
    return captions.size() > limit ? List.copyOf(captions.subList(0, limit)) : captions;
  }

  private static List<PostCaption> captions(StoredDocument document) {
    String product = onlyProduct(document);
    if (product == null || !(document.record() instanceof Post post)) {
      return List.of();
    }
    return post.media().stream()
        .filter(Media::hasCaption)
        .map(media -> new PostCaption(product, Objects.requireNonNull(media.caption())))
        .distinct()
        .toList();
  }

  /** Null when there is none or several. */
  private static @Nullable String onlyProduct(StoredDocument document) {
    List<String> products = document.annotation().mentions().stream()
        .filter(mention -> mention.kind() == MentionKind.PRODUCT)
        .map(Mention::entityId)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
    return products.size() == 1 ? products.getFirst() : null;
  }
}
