package io.tidewatch.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import io.tidewatch.api.question.NotFoundException;
import io.tidewatch.api.question.Question;
import io.tidewatch.api.question.Questions;
import io.tidewatch.api.view.Answer;
import io.tidewatch.api.view.CsvTable;
import io.tidewatch.api.view.Json;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.connectors.upload.UploadException;
import io.tidewatch.model.record.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP service: questions under {@code /api/v1}, doors for records and for the owner's own
 * commands, health, metrics, OpenAPI and the dashboard. Callers on loopback need no key; others
 * need the API key, and without one the server refuses to listen beyond loopback.
 */
public final class HttpServer implements AutoCloseable {
  static final String API_KEY = "X-Api-Key";
  static final String OWNER_TOKEN = "X-Tidewatch-Owner";
  private static final Logger log = LoggerFactory.getLogger(HttpServer.class);
  private static final Set<String> LOOPBACK_NAMES =
      Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final long MAX_REQUEST = 64L << 20;

  private final Questions questions;
  private final Doors doors;
  private final Access access;
  private final Json json;
  private final Javalin server;

  /**
   * Who may call.
   *
   * @param apiKey required from callers beyond loopback; null when there is none
   * @param ownerToken proves that a caller can read the data directory
   */
  public record Access(@Nullable String apiKey, String ownerToken) {}

  /**
   * Builds the server; nothing listens before {@link #start}.
   *
   * @param version of the product, as OpenAPI states it
   */
  public HttpServer(Questions questions, Doors doors, Access access, String version, Json json) {
    this.questions = questions;
    this.doors = doors;
    this.access = access;
    this.json = json;
    var openApi = new OpenApi(questions, version, json);
    this.server = Javalin.create(config -> configure(config, openApi));
  }

  /**
   * Listens.
   *
   * @param port 0 picks a free one
   * @return the port
   * @throws IllegalArgumentException when {@code host} is beyond loopback and no API key is set
   * @throws IllegalStateException when the port is taken
   */
  public int start(String host, int port) {
    if (!LOOPBACK_NAMES.contains(host) && access.apiKey() == null) {
      throw new IllegalArgumentException(
          "host: an API key (TIDEWATCH_API_KEY) is required beyond loopback, got " + host);
    }
    try {
      server.start(host, port);
    } catch (JavalinBindException e) {
      throw new IllegalStateException(
          "port: one that is free on " + host + " is required, got " + port, e);
    }
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  private void configure(JavalinConfig config, OpenApi openApi) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = MAX_REQUEST;
    config.http.prefer405over404 = true;
    config.jetty.modifyServer(jetty -> jetty.setStopTimeout(2000));
    config.staticFiles.add("/web", Location.CLASSPATH);
    config.staticFiles.enableWebjars();
    config.routes.before(this::admit);
    for (Question question : questions.all()) {
      switch (question.effect()) {
        case ASKS ->
          route(config, HandlerType.GET, "/api/v1/" + question.path(), ctx -> ask(ctx, question));
        case CHANGES ->
          route(
              config, HandlerType.POST, "/api/v1/" + question.path(), ctx -> change(ctx, question));
      }
    }
    route(config, HandlerType.POST, "/api/v1/records", this::push);
    doors
        .owner()
        .forEach((path, door) -> route(config, HandlerType.POST, "/api/v1/" + path, ctx -> {
          ownerOnly(ctx);
          write(ctx, door.apply(json.parse(ctx.body())));
        }));
    route(config, HandlerType.GET, "/health/live", ctx -> write(ctx, Map.of("status", "UP")));
    route(config, HandlerType.GET, "/health/ready", this::ready);
    route(config, HandlerType.GET, "/health", this::ready);
    route(
        config,
        HandlerType.GET,
        "/metrics",
        ctx -> ctx.contentType("text/plain; version=0.0.4; charset=utf-8")
            .result(doors.metrics().get()));
    route(config, HandlerType.GET, "/openapi.json", ctx -> write(ctx, openApi.document()));
    config.routes.exception(IllegalArgumentException.class, (e, ctx) -> problem(ctx, 400, e));
    config.routes.exception(NoAudienceException.class, (e, ctx) -> problem(ctx, 422, e));
    config.routes.exception(NotFoundException.class, (e, ctx) -> problem(ctx, 404, e));
    config.routes.exception(UploadException.class, (e, ctx) -> problem(ctx, 502, e));
    config.routes.exception(StoreUnavailableException.class, (e, ctx) -> {
      ctx.header("Retry-After", "5");
      problem(ctx, 503, e);
    });
    config.routes.exception(
        HttpResponseException.class, (e, ctx) -> problem(ctx, e.getStatus(), e));
    config.routes.exception(Exception.class, (e, ctx) -> {
      String trace = UUID.randomUUID().toString();
      log.error("request {} failed, trace {}", ctx.path(), trace, e);
      problem(ctx, 500, new IllegalStateException("internal error, trace " + trace));
    });
    config.routes.error(404, ctx -> {
      if (!"application/problem+json".equals(ctx.res().getContentType())) {
        problem(
            ctx,
            404,
            new NotFoundException(
                "path: an endpoint of /openapi.json is required, got " + ctx.path()));
      }
    });
  }

  private static void route(
      JavalinConfig config, HandlerType method, String path, io.javalin.http.Handler handler) {
    config.routes.addEndpoint(new Endpoint(method, path, handler, Set.of()));
  }

  /**
   * Lets loopback in, asks others for the key wherever data or figures are, and refuses foreign Host
   * names on loopback. The page itself is no secret: it asks for the key.
   */
  private void admit(Context ctx) {
    if (loopback(ctx.req().getRemoteAddr())) {
      String host = ctx.host() == null ? "localhost" : ctx.host();
      String name = host.replaceFirst(":\\d+$", "");
      if (!LOOPBACK_NAMES.contains(name) && !keyed(ctx)) {
        throw new HttpResponseException(
            403, "host: localhost or an API key is required, got " + name, Map.of());
      }
      return;
    }
    boolean guarded = ctx.path().startsWith("/api/")
        || ctx.path().equals("/health")
        || ctx.path().equals("/metrics")
        || ctx.path().equals("/openapi.json");
    if (guarded && !keyed(ctx)) {
      throw new HttpResponseException(401, API_KEY + ": the API key is required", Map.of());
    }
  }

  private boolean keyed(Context ctx) {
    String bearer = ctx.header("Authorization");
    String given =
        bearer != null && bearer.startsWith("Bearer ") ? bearer.substring(7) : ctx.header(API_KEY);
    return access.apiKey() != null && given != null && same(access.apiKey(), given);
  }

  private void ownerOnly(Context ctx) {
    String given = ctx.header(OWNER_TOKEN);
    if (given == null || !same(access.ownerToken(), given)) {
      throw new HttpResponseException(
          403, OWNER_TOKEN + ": the token of owner.json is required", Map.of());
    }
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean loopback(String address) {
    return address.startsWith("127.")
        || address.equals("::1")
        || address.equals("0:0:0:0:0:0:0:1")
        || address.equals("[::1]")
        || address.equals("[0:0:0:0:0:0:0:1]");
  }

  private void ask(Context ctx, Question question) {
    var arguments = new LinkedHashMap<String, String>();
    ctx.queryParamMap().forEach((name, values) -> arguments.put(name, String.join(",", values)));
    String language = ctx.header("Accept-Language");
    if (question.takes("lang") && language != null && language.startsWith("en")) {
      arguments.putIfAbsent("lang", "en");
    }
    write(ctx, questions.ask(question.path(), arguments, caller(ctx)));
  }

  private static String caller(Context ctx) {
    return "http:" + ctx.req().getRemoteAddr();
  }

  /** Asks for JSON by name, since a foreign page can send any other type without being asked. */
  private void change(Context ctx, Question question) {
    String type = ctx.contentType();
    if (type == null || !type.startsWith("application/json")) {
      throw new HttpResponseException(
          415, "Content-Type: application/json is required, got " + type, Map.of());
    }
    JsonNode body = json.parse(ctx.body().isBlank() ? "{}" : ctx.body());
    if (!body.isObject()) {
      throw new IllegalArgumentException("body: an object of arguments is required");
    }
    var arguments = new LinkedHashMap<String, String>();
    body.properties().forEach(argument -> {
      JsonNode value = argument.getValue();
      if (value.isArray()) {
        arguments.put(
            argument.getKey(),
            value.valueStream().map(JsonNode::asText).collect(Collectors.joining(",")));
      } else if (value.isValueNode() && !value.isNull()) {
        arguments.put(argument.getKey(), value.asText());
      } else if (value.isObject()) {
        throw new IllegalArgumentException(
            argument.getKey() + ": a plain value is required, got an object");
      }
    });
    write(ctx, questions.ask(question.path(), arguments, caller(ctx)));
  }

  private void push(Context ctx) {
    write(ctx, doors.records().accept(ctx.bodyInputStream(), ctx.contentType()));
  }

  private void ready(Context ctx) {
    Doors.Health health = doors.health().get();
    ctx.status(health.ready() ? 200 : 503);
    write(ctx, health);
  }

  private void write(Context ctx, Object value) {
    if (value instanceof Answer.Rows rows) {
      writeRows(ctx, rows);
    } else {
      ctx.contentType("application/json; charset=utf-8")
          .result(json.line(value instanceof Answer.One one ? one.value() : value));
    }
  }

  private void writeRows(Context ctx, Answer.Rows rows) {
    String accept = ctx.header("Accept") == null ? "" : ctx.header("Accept");
    List<JsonNode> nodes = rows.rows().stream().map(json::tree).toList();
    if (rows.next() != null) {
      ctx.header("X-Next-Cursor", rows.next());
    }
    if (accept.contains("application/x-ndjson")) {
      var lines = new StringBuilder();
      nodes.forEach(node -> lines.append(json.line(node)).append('\n'));
      ctx.contentType("application/x-ndjson; charset=utf-8").result(lines.toString());
    } else if (accept.contains("text/csv")) {
      var table = new StringBuilder();
      CsvTable.write(nodes, table);
      ctx.contentType("text/csv; charset=utf-8").result(table.toString());
    } else {
      ObjectNode page = json.mapper().createObjectNode();
      page.putArray("rows").addAll(nodes);
      page.put("next", rows.next());
      ctx.contentType("application/json; charset=utf-8").result(json.line(page));
    }
  }

  private void problem(Context ctx, int status, Exception e) {
    ObjectNode problem = json.mapper().createObjectNode();
    problem.put("type", "about:blank");
    problem.put("title", io.javalin.http.HttpStatus.forStatus(status).getMessage());
    problem.put("status", status);
    problem.put("detail", e.getMessage());
    problem.put("instance", ctx.path());
    ctx.status(status).result(json.line(problem)).contentType("application/problem+json");
  }
}
