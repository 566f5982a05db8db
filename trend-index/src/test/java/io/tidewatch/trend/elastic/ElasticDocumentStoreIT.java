package io.tidewatch.trend.elastic;

import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.trend.TrendQueries;
import io.tidewatch.trend.DocumentStoreContract;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.extension.RegisterExtension;

@NullUnmarked
class ElasticDocumentStoreIT extends DocumentStoreContract {
  @RegisterExtension
  final ElasticIndex index = new ElasticIndex();

  @Override
  protected DocumentStore store() {
    return index.store();
  }

  @Override
  protected TrendQueries queries() {
    return index.store();
  }
}
