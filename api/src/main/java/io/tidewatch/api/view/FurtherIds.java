package io.tidewatch.api.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A user with a single id has no further ones to show. */
interface FurtherIds {
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  List<String> otherIds();
}
