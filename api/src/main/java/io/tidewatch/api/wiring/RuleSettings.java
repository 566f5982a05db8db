package io.tidewatch.api.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.alert.Webhook;
import io.tidewatch.state.StateLocation;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment chooses about rules: who receives alerts, where they link to, where the state
 * is. Secrets come from the environment and are never shown.
 *
 * @param webhooks receivers by name
 * @param dashboard where messages link to
 * @param state null for a file in the data directory
 */
public record RuleSettings(
    Map<String, Receiver> webhooks, URI dashboard, @Nullable StateLocation state) {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");

  public RuleSettings {
    webhooks = Map.copyOf(webhooks);
  }

  /**
   * A named receiver.
   *
   * @param webhook null when a variable of the environment that it needs is not set
   * @param missing what is missing; null when nothing is
   */
  public record Receiver(
      @Nullable Webhook webhook, @Nullable String missing) {}

  /** {@code address} is where the dashboard is unless {@code dashboardUrl} says otherwise. */
  static RuleSettings read(JsonNode yaml, Map<String, String> environment, String address) {
    var receivers = new LinkedHashMap<String, Receiver>();
    JsonNode webhooks = yaml.path("webhooks");
    if (!webhooks.isMissingNode() && !webhooks.isNull() && !webhooks.isObject()) {
      throw new IllegalArgumentException(
          "webhooks: names with url and secret are required, got a list or a word");
    }
    webhooks
        .properties()
        .forEach(entry ->
            receivers.put(entry.getKey(), receiver(entry.getKey(), entry.getValue(), environment)));
    return new RuleSettings(
        receivers,
        dashboard(choice(environment, "TIDEWATCH_DASHBOARD_URL", yaml, "dashboardUrl", address)),
        state(yaml, environment));
  }

  /** The receiver of that name; throws {@link IllegalArgumentException} when it cannot be used. */
  public Webhook webhook(String name) {
    Receiver receiver = webhooks.get(name);
    if (receiver == null) {
      throw new IllegalArgumentException("webhook: a name under webhooks in tidewatch.yaml is"
          + " required ("
          + (webhooks.isEmpty() ? "there is none" : String.join(", ", names()))
          + "), got "
          + name);
    }
    Webhook webhook = receiver.webhook();
    if (webhook == null) {
      throw new IllegalArgumentException(String.valueOf(receiver.missing()));
    }
    return webhook;
  }

  /** Throws {@link IllegalArgumentException} when a receiver cannot be used. */
  void check() {
    names().forEach(this::webhook);
  }

  private List<String> names() {
    return webhooks.keySet().stream().sorted().toList();
  }

  private static Receiver receiver(String name, JsonNode node, Map<String, String> environment) {
    String at = "webhooks." + name;
    node.fieldNames().forEachRemaining(field -> {
      if (!List.of("url", "secret", "plain").contains(field)) {
        throw new IllegalArgumentException(
            at + ": one of url, secret, plain is required, got " + field);
      }
    });
    String secret = node.path("secret").asText();
    if (!VARIABLE.matcher(secret).matches()) {
      throw new IllegalArgumentException(
          at + ".secret: a variable of the environment such as ${env:DINGTALK_SECRET} is required");
    }
    var missing = new ArrayList<String>();
    String url = filled(node.path("url").asText(), environment, missing);
    String value = filled(secret, environment, missing);
    if (!missing.isEmpty()) {
      return new Receiver(
          null,
          at + ": the environment variable " + String.join(", ", missing) + " is required, it is"
              + " not set");
    }
    return new Receiver(Webhook.of(name, url, value, node.path("plain").asBoolean()), null);
  }

  private static String filled(String text, Map<String, String> environment, List<String> missing) {
    return VARIABLE.matcher(text).replaceAll(match -> {
      String value = environment.get(match.group(1));
      if (value == null || value.isBlank()) {
        missing.add(match.group(1));
        return "";
      }
      return Matcher.quoteReplacement(value);
    });
  }

  private static URI dashboard(String url) {
    if (!url.matches("https?://[^\\s/?#]+[^\\s?#]*")) {
      throw new IllegalArgumentException(
          "dashboardUrl: an http or https address is required, got " + url);
    }
    return URI.create(url);
  }

  private static @Nullable StateLocation state(JsonNode yaml, Map<String, String> environment) {
    String url = choice(environment, "TIDEWATCH_STATE_URL", yaml, "stateUrl", "");
    if (url.isEmpty()) {
      return null;
    }
    String user = choice(environment, "TIDEWATCH_STATE_USER", yaml, "stateUser", "");
    return new StateLocation(
        url, user.isEmpty() ? null : user, environment.get("TIDEWATCH_STATE_PASSWORD"));
  }

  private static String choice(
      Map<String, String> environment,
      String variable,
      JsonNode yaml,
      String key,
      String otherwise) {
    String value = environment.get(variable);
    if (value != null && !value.isBlank()) {
      return value;
    }
    return yaml.hasNonNull(key) ? yaml.get(key).asText() : otherwise;
  }
}
