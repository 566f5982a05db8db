package io.tidewatch.model.trend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one author's posts set off among those that match a query.
 *
 * @param author account id at its source
 * @param reached distinct other accounts that passed a post of the author on, directly or from one
 *     another
 * @param posts matching posts of the author, reposts left out
 * @param engagement likes, comments and reposts of these posts
 * @param followers the largest number that a post of the author gave; null when none did
 * @param suspected how many of these posts are suspected spam or paid posts
 * @param evidence the author's posts, highest engagement first, at most three
 */
public record AuthorReach(
    String author,
    String source,
    long reached,
    long posts,
    long engagement,
    @Nullable Long followers,
    long suspected,
    List<String> evidence) {

  /** Most documents that a row shows. */
  public static final int EVIDENCE = 3;

  public AuthorReach {
    evidence = List.copyOf(evidence);
  }
}
