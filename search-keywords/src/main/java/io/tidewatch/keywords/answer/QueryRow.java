package io.tidewatch.keywords.answer;

import io.tidewatch.keywords.query.WilsonShare;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people typed and what it led to. A visit is a user with a local day.
 *
 * @param keyword as typed, normalised
 * @param told visits of which it is known whether there were results
 * @param shown those with a result
 * @param tracked shown ones whose clicks would be known
 * @param clicked those with a click
 * @param gaps how it leads nowhere; empty where that is not sure
 * @param suggestion the spelling of its family that is clicked most surely, when that is surely more;
 *     null when there is none
 * @param head the most searched spelling of its family
 * @param root what is to be bought by it
 * @param asOf end of the window of the counts (exclusive)
 */
public record QueryRow(
    String keyword,
    long visits,
    long told,
    long shown,
    long tracked,
    long clicked,
    List<Gap> gaps,
    @Nullable String suggestion,
    @Nullable String type,
    List<KeywordRow.TypePart> typeReasons,
    String head,
    String root,
    KeywordRow.Family family,
    Instant asOf) {

  public QueryRow {
    gaps = List.copyOf(gaps);
    typeReasons = List.copyOf(typeReasons);
  }

  /**
   * One way to lead nowhere.
   *
   * @param kind {@code no-result} or {@code no-click}
   * @param trials told, or tracked visits
   * @param share of failures
   */
  public record Gap(String kind, long failures, long trials, WilsonShare share) {}
}
