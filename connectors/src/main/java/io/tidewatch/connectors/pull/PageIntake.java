package io.tidewatch.connectors.pull;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.connectors.intake.Batch;
import io.tidewatch.connectors.intake.Intake;
import io.tidewatch.connectors.intake.Intake.Outage;
import io.tidewatch.connectors.intake.IntakeCounts;
import io.tidewatch.connectors.intake.Item;
import io.tidewatch.connectors.intake.Layout;
import io.tidewatch.connectors.intake.LayoutDecoder;
import io.tidewatch.connectors.intake.Original;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes the items of one page in, durably. */
final class PageIntake {
  private static final int KEEP = 1 << 20;

  private final Intake intake;
  private final LayoutDecoder decoder;
  private final String source;

  PageIntake(Intake intake, LayoutDecoder decoder, String source) {
    this.intake = intake;
    this.decoder = decoder;
    this.source = source;
  }

  /** {@code page} is its 0-based number within the run. */
  IntakeCounts accept(List<? extends JsonNode> nodes, int page) {
    var items = new ArrayList<Item>();
    for (int i = 0; i < nodes.size(); i++) {
      byte[] bytes = nodes.get(i).toString().getBytes(StandardCharsets.UTF_8);
      var original = new Original(decoder.layout(), i + 1L, bytes, true);
      Item item = bytes.length > intake.settings().recordLimit()
          ? new Item.Refused(original, Reason.TOO_LONG, "too long for one record")
          : decoder.decode(nodes.get(i), original);
      if (item != null) {
        items.add(item);
      }
    }
    return items.isEmpty() ? IntakeCounts.NONE : store(items, page);
  }

  /** Counts a page that cannot be read and keeps its beginning. */
  void refuse(byte[] body, int page, String message) {
    byte[] kept = Arrays.copyOf(body, Math.min(body.length, KEEP));
    var layout = Layout.records(Layout.Form.OBJECT);
    store(
        List.of(
            new Item.Refused(new Original(layout, page + 1L, kept, false), Reason.SYNTAX, message)),
        page);
  }

  private IntakeCounts store(List<Item> items, int page) {
    return IntakeCounts.of(intake.accept(new Batch(source, "pull", page, items), Outage.THROW));
  }
}
