package io.tidewatch.connectors.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.connectors.intake.Item;
import io.tidewatch.connectors.intake.LayoutDecoder;
import io.tidewatch.connectors.intake.Original;
import io.tidewatch.model.query.TitleWords;
import io.tidewatch.model.record.KeywordStats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows of products into totals of the words of their titles ({@link TitleSales}). Refused rows
 * come first, in their order; the whole file is read before the first total, because a row's sales
 * are a difference to another row.
 */
final class TitleSalesReader implements ItemReader {
  private final ItemReader rows;
  private final LayoutDecoder decoder;
  private final TitleSales sales;
  private @Nullable Iterator<ObjectNode> totals;
  private long number;

  /** {@code decoder} reads plain records. */
  TitleSalesReader(ItemReader rows, TitleWords words, LayoutDecoder decoder) {
    this.rows = rows;
    this.decoder = decoder;
    this.sales = new TitleSales(words);
  }

  @Override
  public @Nullable Item next() {
    Iterator<ObjectNode> left = totals;
    while (left == null) {
      Item item = rows.next();
      if (item instanceof Item.Decoded decoded && decoded.record() instanceof KeywordStats row) {
        sales.add(row);
      } else if (item != null) {
        return item;
      } else {
        left = sales.records().iterator();
        totals = left;
      }
    }
    if (!left.hasNext()) {
      return null;
    }
    ObjectNode record = left.next();
    byte[] bytes = record.toString().getBytes(StandardCharsets.UTF_8);
    return decoder.decode(record, new Original(decoder.layout(), ++number, bytes, true));
  }

  @Override
  public String note() {
    return totals == null ? "" : sales.note();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
