package io.tidewatch.trend.elastic;

import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.trend.TalkQueries;
import io.tidewatch.trend.TalkQueriesContract;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.extension.RegisterExtension;

@NullUnmarked
class ElasticTalkQueriesIT extends TalkQueriesContract {
  @RegisterExtension
  final ElasticIndex index = new ElasticIndex();

  @Override
  protected DocumentStore store() {
    return index.store();
  }

  @Override
  protected TalkQueries queries() {
    return index.store().talk();
  }
}
