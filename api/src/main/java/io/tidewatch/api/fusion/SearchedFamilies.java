package io.tidewatch.api.fusion;

import io.tidewatch.audience.feature.WordFamilies;
import io.tidewatch.keywords.FamilyMap;
import io.tidewatch.keywords.KeywordFamilies;
import io.tidewatch.keywords.query.QueryCount;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Families of searched words as the keyword room reads them. */
public final class SearchedFamilies implements WordFamilies {
  private final KeywordFamilies families;

  public SearchedFamilies(KeywordFamilies families) {
    this.families = families;
  }

  @Override
  public Map<String, String> heads(Collection<Searched> words) {
    FamilyMap map = families.of(words.stream()
        .filter(w -> w.searches() > 0 && !w.word().isEmpty())
        .map(w -> new QueryCount(w.word(), w.searches()))
        .toList());
    var heads = new HashMap<String, String>();
    for (Searched word : words) {
      String head = map.head(word.word());
      if (!head.equals(word.word())) {
        heads.put(word.word(), head);
      }
    }
    return heads;
  }
}
