package io.tidewatch.behavior;

import io.tidewatch.behavior.WindowViews.Dialect;
import io.tidewatch.model.behavior.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The views of what is known of people. Not safe for several threads. */
final class PersonViews {
  private static final Map<FactColumn, String> KINDS = Map.of(
      FactColumn.USER_ID, "user", FactColumn.DEVICE, "device", FactColumn.MEMBER_ID, "member");

  private final Dialect dialect;
  private final Window window;

  PersonViews(Dialect dialect, Window window) {
    this.dialect = dialect;
    this.window = window;
  }

  Map<String, Supplier<String>> definitions() {
    return Map.of(
        "person_links", () -> before(FactType.IDENTITY),
        "person_consents", () -> before(FactType.CONSENT),
        "person_attributes", () -> before(FactType.USER),
        "sensings", this::sensings,
        "named_identifiers", this::named);
  }

  /** All that was known before the window's end. */
  private String before(FactType type) {
    List<String> columns = Stream.concat(
            type.columns().stream().map(FactColumn::column), Stream.of("source"))
        .toList();
    return dialect.facts(type, LocalDays.EARLIEST, window.to(), columns);
  }

  private String sensings() {
    return dialect.facts(
        FactType.SENSOR,
        window.from(),
        window.to(),
        List.of(FactColumn.STORE_ID.column(), FactColumn.DEVICE.column()));
  }

  private String named() {
    var parts = new ArrayList<String>();
    for (FactType type : FactType.values()) {
      for (FactColumn column : type.columns()) {
        String kind = KINDS.get(column);
        if (kind != null && type.isBehavior()) {
          parts.add("SELECT '" + kind + "' AS kind, source, " + column.column()
              + " AS identifier FROM ("
              + dialect.facts(type, window.from(), window.to(), List.of(column.column(), "source"))
              + ") of_type");
        }
      }
    }
    return String.join(" UNION ALL ", parts);
  }
}
