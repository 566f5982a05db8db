package io.tidewatch.model.query;

import java.util.List;

/** Cuts the title of a product into the words by which people may search it. Safe from any thread. */
@FunctionalInterface
public interface TitleWords {

  /** Words in order, repeated ones repeated; empty for a title of signs only. */
  List<String> of(String title);
}
