package io.tidewatch.trend.lucene;

import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.trend.TalkQueries;
import io.tidewatch.trend.TalkQueriesContract;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.extension.RegisterExtension;

@NullUnmarked
class LuceneTalkQueriesTest extends TalkQueriesContract {
  @RegisterExtension
  final LuceneIndex index = new LuceneIndex();

  @Override
  protected DocumentStore store() {
    return index.store();
  }

  @Override
  protected TalkQueries queries() {
    return index.store().talk();
  }
}
