package io.tidewatch.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Answer;
import io.tidewatch.api.view.Json;
import io.tidewatch.api.wiring.Service;
import java.util.List;
import java.util.Map;

/** The stores opened in this process. */
final class LocalBackend implements Backend {
  private final Service service;
  private final Json json;

  LocalBackend(Service service, Json json) {
    this.service = service;
    this.json = json;
  }

  @Override
  public Reply ask(String path, Map<String, String> arguments) {
    return switch (service.questions().ask(path, arguments, caller())) {
      case Answer.Rows rows ->
        new Reply(rows.rows().stream().map(json::tree).toList(), true, rows.next());
      case Answer.One one -> new Reply(List.of(json.tree(one.value())), false, null);
    };
  }

  private static String caller() {
    return "cli:" + System.getProperty("user.name", "unknown");
  }

  @Override
  public Reply change(String path, Map<String, String> arguments) {
    return ask(path, arguments);
  }

  @Override
  public JsonNode command(String path, JsonNode body) {
    var command = service.ownerCommands().get(path);
    if (command == null) {
      throw new IllegalArgumentException("command: a known path is required, got " + path);
    }
    return json.tree(command.apply(body));
  }

  @Override
  public void close() {
    service.close();
  }
}
