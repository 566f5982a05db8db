package io.tidewatch.trend.question;

import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.trend.ClauseMatch;
import io.tidewatch.model.trend.SearchPage;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.EngineView.Hit;
import io.tidewatch.trend.engine.EngineView.Place;
import io.tidewatch.trend.engine.Selection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** One page of a search; its cursor names the last document of the page. */
final class SearchQuestion {
  private final SearchQuery query;
  private final Selection matching;
  private final EntryMapper mapper;

  SearchQuestion(SearchQuery query, Selection matching, EntryMapper mapper) {
    this.query = query;
    this.matching = matching;
    this.mapper = mapper;
  }

  SearchPage answer(EngineView view) {
    Place after = query.cursor() == null ? null : decode(query.cursor());
    // one more than asked for tells whether there is a next page
    List<Hit> hits = view.newest(matching, after, query.top() + 1);
    var documents = new ArrayList<StoredDocument>();
    var explanations = new ArrayList<List<ClauseMatch>>();
    for (Hit hit : hits.subList(0, Math.min(query.top(), hits.size()))) {
      documents.add(hit.document().stored());
      if (query.explain()) {
        explanations.add(new MatchExplanation(hit.document(), mapper).of(matching.expression()));
      }
    }
    String next = hits.size() > query.top() ? encode(hits.get(query.top() - 1).place()) : null;
    return new SearchPage(documents, next, explanations);
  }

  private static String encode(Place last) {
    String plain = last.at() + " " + last.key();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private static Place decode(String cursor) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int space = plain.indexOf(' ');
      return new Place(
          Long.parseLong(plain.substring(0, Math.max(0, space))), plain.substring(space + 1));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "cursor: the value given as next is required, got " + cursor, e);
    }
  }
}
