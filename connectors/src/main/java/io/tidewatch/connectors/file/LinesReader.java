package io.tidewatch.connectors.file;

import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.connectors.intake.Item;
import io.tidewatch.connectors.intake.LayoutDecoder;
import io.tidewatch.connectors.intake.Original;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that stand one a line: JSON Lines, and the rows of a table below its header. */
final class LinesReader implements ItemReader {
  private final LineSplitter lines;
  private final ArrayDeque<RawLine> first;
  private final LayoutDecoder decoder;

  /** {@code first} are lines that were read already and are no header. */
  LinesReader(LineSplitter lines, List<RawLine> first, LayoutDecoder decoder) {
    this.lines = lines;
    this.first = new ArrayDeque<>(first);
    this.decoder = decoder;
  }

  @Override
  public @Nullable Item next() {
    while (true) {
      RawLine line = first.isEmpty() ? lines.next() : first.poll();
      if (line == null) {
        return null;
      }
      if (line.isBlank()) {
        continue;
      }
      var original = new Original(decoder.layout(), line.number(), line.bytes(), line.whole());
      Reason problem = line.problem();
      if (problem != null) {
        return new Item.Refused(original, problem, line.message());
      }
      Item item = decoder.decode(original);
      if (item != null) {
        return item;
      }
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
