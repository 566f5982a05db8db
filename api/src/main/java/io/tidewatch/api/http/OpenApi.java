package io.tidewatch.api.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.api.question.Param;
import io.tidewatch.api.question.Question;
import io.tidewatch.api.question.Questions;
import io.tidewatch.api.view.Json;

/** The OpenAPI 3.1 description, made from the same table that answers. */
final class OpenApi {
  private final ObjectNode document;

  OpenApi(Questions questions, String version, Json json) {
    document = json.mapper().createObjectNode();
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Tidewatch")
        .put("version", version)
        .put(
            "description",
            "What people say and what they do. Lists answer {\"rows\":[…],\"next\":cursor or"
                + " null}, or one JSON object a line with Accept: application/x-ndjson, or CSV with"
                + " a byte order mark with Accept: text/csv.")
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("identifier", "Apache-2.0");
    document
        .putObject("components")
        .putObject("securitySchemes")
        .putObject("apiKey")
        .put("type", "apiKey")
        .put("in", "header")
        .put("name", HttpServer.API_KEY)
        .put("description", "Required from callers beyond loopback.");
    ObjectNode paths = document.putObject("paths");
    questions.all().forEach(question -> describe(paths, question));
    describePush(paths);
    describeHealth(paths);
  }

  ObjectNode document() {
    return document;
  }

  private static void describe(ObjectNode paths, Question question) {
    ObjectNode path = paths.putObject("/api/v1/" + question.path());
    ObjectNode operation =
        path.putObject(question.effect() == Question.Effect.ASKS ? "get" : "post");
    operation.put("operationId", question.path().replace('/', '-'));
    operation.put("summary", question.summary());
    switch (question.effect()) {
      case ASKS -> describeParameters(operation, question);
      case CHANGES -> describeBody(operation, question);
    }
    ObjectNode responses = operation.putObject("responses");
    ObjectNode content =
        responses.putObject("200").put("description", "The answer").putObject("content");
    content.putObject("application/json").putObject("schema").put("type", "object");
    content.putObject("application/x-ndjson").putObject("schema").put("type", "string");
    content.putObject("text/csv").putObject("schema").put("type", "string");
    problem(
        responses, "400", "An argument breaks a rule; the detail names argument, rule and value");
    problem(responses, "401", "An API key is required");
    problem(responses, "503", "A store is away; try again");
  }

  private static void describeParameters(ObjectNode operation, Question question) {
    ArrayNode parameters = operation.putArray("parameters");
    for (Param param : question.params()) {
      ObjectNode one = parameters.addObject();
      one.put("name", param.name())
          .put("in", "query")
          .put("required", param.required())
          .put("description", param.description());
      one.putObject("schema").put("type", param.schema());
      if (!param.example().isEmpty()) {
        one.put("example", param.example());
      }
    }
  }

  private static void describeBody(ObjectNode operation, Question question) {
    ObjectNode schema = operation
        .putObject("requestBody")
        .put("required", true)
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Param param : question.params()) {
      properties
          .putObject(param.name())
          .put("type", param.schema())
          .put("description", param.description());
      if (param.required()) {
        required.add(param.name());
      }
    }
  }

  private static void describePush(ObjectNode paths) {
    ObjectNode post = paths.putObject("/api/v1/records").putObject("post");
    post.put("operationId", "push-records");
    post.put(
        "summary", "Takes records: one JSON object a line, or an array. Durable once answered.");
    ObjectNode content = post.putObject("requestBody").put("required", true).putObject("content");
    content.putObject("application/x-ndjson").putObject("schema").put("type", "string");
    content.putObject("application/json").putObject("schema").put("type", "array");
    ObjectNode responses = post.putObject("responses");
    responses.putObject("200").put("description", "Counts, and one outcome a record");
    problem(responses, "413", "The request is larger than the limit");
    problem(responses, "503", "A store is away; nothing was acknowledged");
  }

  private static void describeHealth(ObjectNode paths) {
    for (String kind : new String[] {"live", "ready"}) {
      ObjectNode get = paths.putObject("/health/" + kind).putObject("get");
      get.put("operationId", "health-" + kind).put("summary", "Whether the service is " + kind);
      ObjectNode responses = get.putObject("responses");
      responses.putObject("200").put("description", "It is");
      responses.putObject("503").put("description", "It is not");
    }
  }

  private static void problem(ObjectNode responses, String status, String description) {
    responses
        .putObject(status)
        .put("description", description)
        .putObject("content")
        .putObject("application/problem+json");
  }
}
