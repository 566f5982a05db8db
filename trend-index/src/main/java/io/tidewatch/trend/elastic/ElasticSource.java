package io.tidewatch.trend.elastic;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tidewatch.trend.DocumentState;
import io.tidewatch.trend.StateCodec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of an indexed document. Fields that were not asked for are null. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ElasticSource(
    @Nullable String body,
    @Nullable List<Long> seen,
    @Nullable String cell,
    @Nullable Integer hours) {

  DocumentState state() {
    if (body == null) {
      throw new IllegalStateException("an entry has no body");
    }
    byte[] bytes = Base64.getDecoder().decode(body);
    return StateCodec.decode(bytes, 0, bytes.length);
  }

  /** Whether it is what became of this state. */
  boolean holds(DocumentState state) {
    return Base64.getEncoder().encodeToString(StateCodec.encode(state)).equals(body);
  }
}
