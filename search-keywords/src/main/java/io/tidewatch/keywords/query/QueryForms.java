package io.tidewatch.keywords.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the forms of the last two logs, so that of the next only new queries are read; those are read
 * by all processors. Safe from any thread; one log at a time is read.
 */
final class QueryForms {
  private final FormReader reader;
  private Map<String, QueryForm> last = Map.of();
  private Map<String, QueryForm> before = Map.of();

  QueryForms(FormReader reader) {
    this.reader = reader;
  }

  /** The form of each distinct query of the log. */
  synchronized Map<String, QueryForm> of(Collection<QueryCount> log) {
    var forms = HashMap.<String, QueryForm>newHashMap(log.size());
    for (QueryCount query : log) {
      QueryForm known = last.get(query.query());
      forms.put(query.query(), known != null ? known : before.get(query.query()));
    }
    List<String> unknown = forms.entrySet().stream()
        .filter(e -> e.getValue() == null)
        .map(Map.Entry::getKey)
        .toList();
    List<QueryForm> read = unknown.parallelStream().map(reader::read).toList();
    for (int i = 0; i < read.size(); i++) {
      forms.put(unknown.get(i), read.get(i));
    }
    before = last;
    last = forms;
    return forms;
  }
}
