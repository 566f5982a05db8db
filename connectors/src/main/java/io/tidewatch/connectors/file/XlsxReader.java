package io.tidewatch.connectors.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.connectors.intake.Item;
import io.tidewatch.connectors.intake.Layout;
import io.tidewatch.connectors.intake.LayoutDecoder;
import io.tidewatch.connectors.intake.Original;
import io.tidewatch.connectors.map.FormatMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet below its header, read one at a time. */
final class XlsxReader implements ItemReader {
  private final XlsxRows rows;
  private final LayoutDecoder decoder;
  private final List<String> names;
  private boolean over;
  private long position;

  /** {@code decoders} gives the decoder of a layout. */
  XlsxReader(XlsxRows rows, FormatMap map, Function<Layout, LayoutDecoder> decoders) {
    this.rows = rows;
    List<List<String>> read = rows.peek(map.headerWithin());
    if (map.header()) {
      int header = Headings.find(map, read);
      this.names = read.isEmpty() ? List.of() : read.get(header);
      rows.skip(header + 1);
    } else {
      this.names = List.copyOf(map.columns().keySet());
    }
    this.decoder = decoders.apply(new Layout(map.name(), Layout.Form.OBJECT, "UTF-8", null, names));
  }

  @Override
  public @Nullable Item next() {
    while (!over) {
      List<String> row;
      try {
        row = rows.next();
      } catch (IllegalStateException e) {
        over = true;
        return refused("the sheet breaks here: " + e.getMessage());
      }
      if (row == null) {
        over = true;
        return null;
      }
      position = rows.number();
      if (row.stream().allMatch(String::isBlank)) {
        continue;
      }
      Item item = item(row);
      if (item != null) {
        return item;
      }
    }
    return null;
  }

  private @Nullable Item item(List<String> row) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < names.size(); i++) {
      if (!object.has(names.get(i))) {
        object.put(names.get(i), i < row.size() ? row.get(i) : "");
      }
    }
    byte[] bytes = object.toString().getBytes(StandardCharsets.UTF_8);
    return decoder.decode(object, new Original(decoder.layout(), position, bytes, true));
  }

  private Item refused(String message) {
    return new Item.Refused(
        new Original(decoder.layout(), position + 1, new byte[0], false),
        Reason.DAMAGED_FILE,
        Objects.requireNonNull(message));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
