package io.tidewatch.connectors.intake;

import java.util.List;

/**
 * Records that arrive together.
 *
 * @param source who delivered; records that name a source of their own are counted under that
 * @param file file, member of an archive, address or request
 * @param chunk 0-based number of the chunk within it, the same in every run
 */
public record Batch(String source, String file, long chunk, List<Item> items) {

  public Batch {
    items = List.copyOf(items);
  }
}
