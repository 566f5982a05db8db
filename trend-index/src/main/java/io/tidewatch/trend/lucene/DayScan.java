package io.tidewatch.trend.lucene;

import io.tidewatch.trend.LocalDay;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Goes once over all matching documents, local day by local day. Segments are sorted by time, so
 * each is read front to back; days without documents are skipped.
 */
final class DayScan {

  /** What looks at the documents of one segment. */
  @FunctionalInterface
  interface SegmentVisitor {
    void document(LeafDocuments current, LocalDay day) throws IOException;
  }

  /** Opens the visitor of one segment. */
  @FunctionalInterface
  interface Opener {
    SegmentVisitor open(LeafDocuments segment) throws IOException;
  }

  private DayScan() {}

  static void run(
      IndexSearcher searcher, Query query, ZoneId zone, Opener opener, Runnable endOfDay)
      throws IOException {
    List<LeafDocuments> leaves = LeafDocuments.of(searcher, query);
    var open = new ArrayList<LeafDocuments>();
    var visitors = new ArrayList<SegmentVisitor>();
    for (LeafDocuments leaf : leaves) {
      if (leaf.next()) {
        open.add(leaf);
        visitors.add(opener.open(leaf));
      }
    }
    while (!open.isEmpty()) {
      long first = open.stream().mapToLong(LeafDocuments::time).min().getAsLong();
      LocalDay day = LocalDay.of(first, zone);
      for (int i = open.size() - 1; i >= 0; i--) {
        LeafDocuments leaf = open.get(i);
        boolean more = true;
        while (more && leaf.time() < day.end()) {
          visitors.get(i).document(leaf, day);
          more = leaf.next();
        }
        if (!more) {
          open.remove(i);
          visitors.remove(i);
        }
      }
      endOfDay.run();
    }
  }
}
