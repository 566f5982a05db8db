package io.tidewatch.trend.question;

import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.EngineView.Hit;
import io.tidewatch.trend.engine.EngineView.Place;
import io.tidewatch.trend.engine.Selection;
import java.util.List;
import java.util.function.Consumer;

/** Reads matching documents with all they hold, newest first, page by page. */
final class DocumentStream {
  private static final int PAGE = 1000;

  private DocumentStream() {}

  static void each(EngineView view, Selection selection, Consumer<Live> sink) {
    Place after = null;
    List<Hit> hits;
    do {
      hits = view.newest(selection, after, PAGE);
      for (Hit hit : hits) {
        sink.accept(hit.document());
        after = hit.place();
      }
    } while (hits.size() == PAGE);
  }
}
