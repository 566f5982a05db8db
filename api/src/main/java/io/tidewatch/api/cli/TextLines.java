package io.tidewatch.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.api.view.AnnotationDetails;
import io.tidewatch.api.view.AnnotationView;
import io.tidewatch.api.view.Json;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.DeepAnnotator;
import io.tidewatch.model.annotation.DocumentAnnotator;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Sentiment;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.annotation.TargetAnnotator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line formats of {@code annotate}: a text, or a JSON object, in; one JSON line out. */
final class TextLines {
  private final Json json;

  TextLines(Json json) {
    this.json = json;
  }

  /** Annotates with the fast lane, and with the deep lane after it when one is given. */
  LineStream.LineFunction annotate(
      DocumentAnnotator fast, @Nullable DeepAnnotator deep, boolean details) {
    return (number, line) -> {
      String id = Long.toString(number);
      try {
        Input input = input(id, line);
        id = input.id;
        Annotation annotation = fast.annotate(input.text, Hints.NONE);
        if (deep != null) {
          annotation = deep.refine(input.text, annotation);
        }
        return json.line(
            details ? AnnotationDetails.of(id, annotation) : AnnotationView.of(id, annotation));
      } catch (IllegalArgumentException e) {
        return error(id, e);
      }
    };
  }

  /** Judges the targets given with each text. */
  LineStream.LineFunction judge(TargetAnnotator annotator) {
    return (number, line) -> {
      String id = Long.toString(number);
      try {
        Input input = input(id, line);
        id = input.id;
        var opinions = annotator.judge(input.text, spans(input));
        return json.line(new TargetsView(
            id,
            opinions.stream().map(o -> TargetView.of(o.target(), o.sentiment())).toList()));
      } catch (IllegalArgumentException e) {
        return error(id, e);
      }
    };
  }

  private Input input(String number, @Nullable String line) {
    if (line == null) {
      throw new IllegalArgumentException("line: UTF-8 is required, got other bytes");
    }
    if (!line.startsWith("{")) {
      return new Input(number, line, null);
    }
    JsonNode node = json.parse(line);
    JsonNode text = node.path("text");
    if (!node.isObject() || !text.isTextual()) {
      throw new IllegalArgumentException(
          "text: a JSON object with a string \"text\" is required, got " + preview(line));
    }
    String id = node.hasNonNull("id") ? node.path("id").asText() : number;
    return new Input(id, text.asText(), node.path("targets"));
  }

  private static List<Span> spans(Input input) {
    if (input.targets == null || !input.targets.isArray()) {
      throw new IllegalArgumentException(
          "targets: an array of {\"start\",\"end\"} is required, got none");
    }
    var spans = new ArrayList<Span>();
    for (JsonNode target : input.targets) {
      if (!target.path("start").isInt() || !target.path("end").isInt()) {
        throw new IllegalArgumentException(
            "targets: whole numbers start and end are required, got " + target);
      }
      Span span = new Span(target.path("start").asInt(), target.path("end").asInt());
      if (span.end() > input.text.length()) {
        throw new IllegalArgumentException(
            "targets: end at most " + input.text.length() + " is required, got " + span.end());
      }
      spans.add(span);
    }
    return spans;
  }

  private String error(String id, IllegalArgumentException e) {
    ObjectNode node = json.mapper().createObjectNode();
    return json.line(node.put("id", id).put("error", e.getMessage()));
  }

  private static String preview(String line) {
    return line.length() <= 80 ? line : line.substring(0, 80) + "…";
  }

  private record Input(String id, String text, @Nullable JsonNode targets) {}

  /** The answer to one line with targets. */
  record TargetsView(String id, List<TargetView> targets) {}

  /** One judged target. */
  record TargetView(
      int start,
      int end,
      io.tidewatch.model.annotation.Polarity polarity,
      double score,
      double confidence) {

    static TargetView of(Span span, Sentiment sentiment) {
      return new TargetView(
          span.start(),
          span.end(),
          sentiment.polarity(),
          sentiment.score(),
          sentiment.confidence());
    }
  }
}
