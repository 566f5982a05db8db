package io.tidewatch.trend.lucene;

import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.trend.SearchPage;
import io.tidewatch.model.trend.SearchQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;

/** One page of a search; its cursor names the last document of the page. */
final class SearchQuestion {
  private SearchQuestion() {}

  static SearchPage answer(IndexSearcher searcher, SearchQuery query, Query matching)
      throws IOException {
    FieldDoc after = query.cursor() == null ? null : decode(query.cursor());
    // one more than asked for tells whether there is a next page
    TopFieldDocs top = searcher.search(
        matching,
        new TopFieldCollectorManager(
            StateReader.NEWEST_FIRST, query.top() + 1, after, Integer.MAX_VALUE));
    StateReader reader = new StateReader(searcher);
    var documents = new ArrayList<StoredDocument>();
    String next = null;
    for (ScoreDoc hit : top.scoreDocs) {
      if (documents.size() == query.top()) {
        next = encode((FieldDoc) top.scoreDocs[documents.size() - 1]);
        break;
      }
      documents.add(reader.live(hit.doc).stored());
    }
    return new SearchPage(documents, top.totalHits.value(), next);
  }

  private static String encode(FieldDoc last) {
    String plain = last.fields[0] + " " + ((BytesRef) last.fields[1]).utf8ToString();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private static FieldDoc decode(String cursor) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int space = plain.indexOf(' ');
      Long at = Long.valueOf(plain.substring(0, Math.max(0, space)));
      return new FieldDoc(
          Integer.MAX_VALUE, 0, new Object[] {at, new BytesRef(plain.substring(space + 1))});
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "cursor: the value given as next is required, got " + cursor, e);
    }
  }
}
