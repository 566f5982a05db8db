package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactColumn;
import io.tidewatch.behavior.FactType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Which rows are about one of some identifiers, as SQL. */
final class PersonCondition {
  private static final Set<FactColumn> PERSONS = Set.of(
      FactColumn.USER_ID,
      FactColumn.MEMBER_ID,
      FactColumn.DEVICE,
      FactColumn.FROM_VALUE,
      FactColumn.TO_VALUE);

  private final Collection<String> identifiers;

  PersonCondition(Collection<String> identifiers) {
    this.identifiers = identifiers;
  }

  /** Whether a row of the type carries an identifier as user, member, device or identity. */
  String isPersons(FactType type) {
    var columns = new ArrayList<String>();
    type.columns().stream().filter(PERSONS::contains).map(FactColumn::column).forEach(columns::add);
    if (type == FactType.USER) {
      columns.add("id");
    }
    String list =
        identifiers.stream().map(SqlLiterals::text).collect(Collectors.joining(", ", "(", ")"));
    return columns.isEmpty()
        ? "false"
        : columns.stream()
            .map(column -> "COALESCE(" + column + " IN " + list + ", false)")
            .collect(Collectors.joining(" OR ", "(", ")"));
  }

  /** Whether unknown fields, which are JSON, hold an identifier as a text of its own. */
  String mentions(String column) {
    return identifiers.stream()
        .map(id -> "\"" + id.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .map(json -> "COALESCE(contains(" + column + ", " + SqlLiterals.text(json) + "), false)")
        .collect(Collectors.joining(" OR ", "(", ")"));
  }
}
