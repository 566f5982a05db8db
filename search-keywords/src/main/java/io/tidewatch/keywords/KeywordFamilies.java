package io.tidewatch.keywords;

import io.tidewatch.keywords.query.QueryCount;
import io.tidewatch.keywords.query.TypedQuery;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Says which keywords are spellings of one word, and what a keyword asks for. The same keywords with
 * the same counts give the same families in any order. Safe from any thread.
 */
public interface KeywordFamilies {
  /** Every keyword stands alone, without a type. */
  KeywordFamilies ALONE = new KeywordFamilies() {
    @Override
    public FamilyMap of(Collection<QueryCount> keywords) {
      return FamilyMap.ALONE;
    }

    @Override
    public @Nullable TypedQuery type(String keyword) {
      return null;
    }

    @Override
    public String version() {
      return "alone";
    }
  };

  /**
   * The families of a window's distinct keywords.
   *
   * @param keywords normalised, with how often each was searched; clicks by product, where they are
   *     given, keep words apart that only look like slips
   */
  FamilyMap of(Collection<QueryCount> keywords);

  /** What a keyword asks for; null when nobody can tell. */
  @Nullable
  TypedQuery type(String keyword);

  /** Another one after every change, but for the catalogue's, that may change an answer. */
  String version();
}
