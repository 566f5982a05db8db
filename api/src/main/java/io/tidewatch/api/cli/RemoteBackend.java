package io.tidewatch.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.question.NotFoundException;
import io.tidewatch.api.view.Json;
import io.tidewatch.api.wiring.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The process that owns the data directory, over HTTP on loopback. */
final class RemoteBackend implements Backend {
  private static final int LONGEST_QUERY = 4000;
  private static final Duration KNOCK = Duration.ofSeconds(3);

  private final DataDirectory.Owner owner;
  private final Json json;
  private final HttpClient client = HttpClient.newHttpClient();

  RemoteBackend(DataDirectory.Owner owner, Json json) {
    this.owner = owner;
    this.json = json;
  }

  /** What becomes of a knock. */
  enum Door {
    ANSWERS,
    /** Somebody listens and says nothing. */
    SILENT,
    AWAY
  }

  /** Knocks at the owner's port. */
  static Door knock(DataDirectory.Owner owner) {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(KNOCK).build()) {
      HttpRequest live = HttpRequest.newBuilder(
              URI.create("http://127.0.0.1:" + owner.port() + "/health/live"))
          .timeout(KNOCK)
          .build();
      int status = client.send(live, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status == 200 ? Door.ANSWERS : Door.AWAY;
    } catch (HttpTimeoutException e) {
      return Door.SILENT;
    } catch (IOException e) {
      return Door.AWAY;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Door.AWAY;
    }
  }

  @Override
  public Reply ask(String path, Map<String, String> arguments) {
    String query = arguments.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    JsonNode answer = query.length() > LONGEST_QUERY
        ? command("ask", json.tree(Map.of("path", path, "arguments", arguments)))
        : send(request(path + (query.isEmpty() ? "" : "?" + query)).GET());
    return reply(answer);
  }

  @Override
  public Reply change(String path, Map<String, String> arguments) {
    return reply(command(path, json.tree(arguments)));
  }

  private static Reply reply(JsonNode answer) {
    if (answer.path("rows").isArray() && answer.has("next")) {
      return new Reply(
          answer.path("rows").valueStream().toList(),
          true,
          answer.path("next").isNull() ? null : answer.path("next").asText());
    }
    return new Reply(List.of(answer), false, null);
  }

  @Override
  public JsonNode command(String path, JsonNode body) {
    return send(request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json.line(body))));
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpRequest.Builder request(String pathAndQuery) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + owner.port() + "/api/v1/" + pathAndQuery))
        .header("X-Tidewatch-Owner", owner.token());
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode body = json.parse(response.body());
      if (response.statusCode() == 200) {
        return body;
      }
      String detail = body.path("detail").asText("HTTP status " + response.statusCode());
      switch (response.statusCode()) {
        case 400 -> throw new IllegalArgumentException(detail);
        case 404 -> throw new NotFoundException(detail);
        default -> throw new IllegalStateException(detail);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "data-dir: the process " + owner.pid() + " that owns it stopped answering", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
