package io.tidewatch.trend.lucene;

import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.trend.TrendQueries;
import io.tidewatch.trend.QueryMatchingContract;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.extension.RegisterExtension;

@NullUnmarked
class LuceneQueryMatchingTest extends QueryMatchingContract {
  @RegisterExtension
  final LuceneIndex index = new LuceneIndex();

  @Override
  protected DocumentStore store() {
    return index.store();
  }

  @Override
  protected TrendQueries queries() {
    return index.store();
  }
}
