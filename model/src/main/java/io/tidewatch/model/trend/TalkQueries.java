package io.tidewatch.model.trend;

import io.tidewatch.model.record.StoreUnavailableException;
import java.util.List;

/**
 * Questions about who says what around something. Safe from any thread; answers what was committed;
 * an empty index answers with empty lists. Every method may throw {@link QuerySyntaxException} and
 * {@link StoreUnavailableException}.
 */
public interface TalkQueries {

  /** Keys of one kind that stand beside the query: highest z first, then key. */
  List<CoMention> coMentions(TalkQuery query, KeyKind kind);

  /**
   * Keys of one kind that tell the query from another: as {@link #coMentions}, against the documents
   * of the same stretch of time that match {@code other} and not the query.
   */
  List<CoMention> contrast(TalkQuery query, String other, KeyKind kind);

  /** Most accounts reached first, then most engagement, then author. */
  List<AuthorReach> authors(TalkQuery query);

  /** All 168 hours of the week, Monday 00:00 first; none when no hour was observed. */
  List<HourRate> hours(TalkQuery query);

  /** By aspect, most documents in all first, then by start; stretches without any are left out. */
  List<AspectPoint> aspects(AspectQuery query);

  /** What is said of each product that matching documents name or review, by product. */
  List<ProductTalk> products(TalkQuery query);

  /** Rising stories, that of the loudest key first. */
  List<Story> stories(StoryQuery query);

  /** What stands behind the talk in a window. */
  Cause cause(CauseQuery query);

  /** Words that no dictionary holds yet, highest score first, then word. */
  List<NewWord> newWords(NewWordQuery query);

  /** Another number after each commit that changes documents. */
  long revision();
}
