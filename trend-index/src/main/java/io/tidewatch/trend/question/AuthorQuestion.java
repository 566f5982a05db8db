package io.tidewatch.trend.question;

import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.trend.AuthorReach;
import io.tidewatch.trend.DocumentKeys;
import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Authors by the distinct accounts that their posts reached: whoever passed a post on, or passed on a
 * repost of it, was reached by the post's author. Reposts of posts that do not match count for the
 * author of the nearest matching one.
 */
final class AuthorQuestion {
  /** Longer chains of reposts, or circles, are cut. */
  private static final int LONGEST_CHAIN = 50;

  private final Map<DocumentKey, Passed> posts = new HashMap<>();
  private final Map<Account, Tally> tallies = new HashMap<>();

  private record Account(String source, String author) {}

  private record Passed(Account account, @Nullable DocumentKey parent) {}

  private record Own(String key, long engagement) {}

  private static final class Tally {
    private final Set<String> reached = new HashSet<>();
    private final List<Own> own = new ArrayList<>();
    private long engagement;
    private long suspected;
    private @Nullable Long followers;
  }

  List<AuthorReach> answer(EngineView view, Selection matching, int top) {
    DocumentStream.each(view, matching, this::read);
    posts.values().forEach(this::pass);
    return tallies.entrySet().stream()
        .map(e -> row(e.getKey(), e.getValue()))
        .sorted(Comparator.comparingLong(AuthorReach::reached)
            .thenComparingLong(AuthorReach::engagement)
            .reversed()
            .thenComparing(AuthorReach::author)
            .thenComparing(AuthorReach::source))
        .limit(top)
        .toList();
  }

  private void read(Live live) {
    if (!(live.record() instanceof Post post) || post.authorId() == null) {
      return;
    }
    String source = live.key().source();
    var account = new Account(source, post.authorId());
    DocumentKey parent = post.repostOf() == null ? null : new DocumentKey(source, post.repostOf());
    posts.put(live.key(), new Passed(account, parent));
    if (parent != null) {
      return;
    }
    Tally tally = tallies.computeIfAbsent(account, a -> new Tally());
    long engagement = DocumentKeys.engagement(post);
    tally.own.add(new Own(live.key().toString(), engagement));
    tally.engagement += engagement;
    tally.suspected += live.annotation().spam().suspected() ? 1 : 0;
    if (post.authorFollowers() != null) {
      long before = tally.followers == null ? 0 : tally.followers;
      tally.followers = Math.max(before, post.authorFollowers());
    }
  }

  /** Everyone above in the chain reached the account. */
  private void pass(Passed repost) {
    DocumentKey parent = repost.parent();
    for (int i = 0; parent != null && i < LONGEST_CHAIN; i++) {
      Passed above = posts.get(parent);
      if (above == null) {
        return;
      }
      if (!above.account().equals(repost.account())) {
        tallies
            .computeIfAbsent(above.account(), a -> new Tally())
            .reached
            .add(repost.account().author());
      }
      parent = above.parent();
    }
  }

  private static AuthorReach row(Account account, Tally tally) {
    List<String> evidence = tally.own.stream()
        .sorted(Comparator.comparingLong(Own::engagement).reversed().thenComparing(Own::key))
        .limit(AuthorReach.EVIDENCE)
        .map(Own::key)
        .toList();
    return new AuthorReach(
        account.author(),
        account.source(),
        tally.reached.size(),
        tally.own.size(),
        tally.engagement,
        tally.followers,
        tally.suspected,
        evidence);
  }
}
