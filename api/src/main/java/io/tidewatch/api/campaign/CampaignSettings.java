package io.tidewatch.api.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.connectors.upload.UploadTarget;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where campaigns may be uploaded to. Only peers that are named here get anything: a caller names
 * one, and never an address. Tokens come from the environment and are never shown.
 *
 * @param targets by name
 */
public record CampaignSettings(Map<String, Target> targets) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");
  private static final List<String> KEYS =
      List.of("url", "token", "batch", "gzip", "timeoutSeconds");
  private static final int MOST = 100_000;

  public CampaignSettings {
    targets = Map.copyOf(targets);
  }

  /**
   * A named peer.
   *
   * @param peer null when a variable of the environment that it needs is not set
   * @param batch places of members a batch
   * @param missing what is missing; null when nothing is
   */
  public record Target(
      @Nullable UploadTarget peer, int batch, @Nullable String missing) {}

  /**
   * Reads {@code campaigns} of the settings; missing names no peer.
   *
   * @throws IllegalArgumentException naming key, rule and value
   */
  public static CampaignSettings read(JsonNode campaigns, Map<String, String> environment) {
    var targets = new LinkedHashMap<String, Target>();
    if (!campaigns.isMissingNode() && !campaigns.isNull()) {
      campaigns.fieldNames().forEachRemaining(key -> {
        if (!key.equals("targets")) {
          throw new IllegalArgumentException("campaigns: targets is required, got " + key);
        }
      });
      JsonNode named = campaigns.path("targets");
      if (!named.isObject()) {
        throw new IllegalArgumentException(
            "campaigns.targets: names with a url are required, got " + named.getNodeType());
      }
      named
          .properties()
          .forEach(entry ->
              targets.put(entry.getKey(), target(entry.getKey(), entry.getValue(), environment)));
    }
    return new CampaignSettings(targets);
  }

  private static Target target(String name, JsonNode node, Map<String, String> environment) {
    String at = "campaigns.targets." + name;
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "campaigns.targets: names of letters, digits, - and _ are required, got " + name);
    }
    node.fieldNames().forEachRemaining(key -> {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException(
            at + ": one of " + String.join(", ", KEYS) + " is required, got " + key);
      }
    });
    int batch = number(at + ".batch", node.path("batch"), 1000, MOST);
    int seconds = number(at + ".timeoutSeconds", node.path("timeoutSeconds"), 30, 600);
    String token = null;
    if (node.hasNonNull("token")) {
      Matcher variable = VARIABLE.matcher(node.path("token").asText());
      if (!variable.matches()) {
        throw new IllegalArgumentException(
            at + ".token: a variable of the environment such as ${env:ADS_TOKEN} is required");
      }
      token = environment.get(variable.group(1));
      if (token == null || token.isBlank()) {
        return new Target(
            null,
            batch,
            at + ": the environment variable " + variable.group(1) + " is required, it is not set");
      }
    }
    return new Target(
        new UploadTarget(
            name,
            address(at, node.path("url").asText()),
            token,
            node.path("gzip").asBoolean(),
            Duration.ofSeconds(seconds)),
        batch,
        null);
  }

  private static URI address(String at, String url) {
    if (!url.matches("https?://\\S+")) {
      throw new IllegalArgumentException(
          at + ".url: an http or https address is required, got " + url);
    }
    return URI.create(url);
  }

  private static int number(String key, JsonNode node, int otherwise, int most) {
    if (node.isMissingNode() || node.isNull()) {
      return otherwise;
    }
    int given = node.canConvertToInt() ? node.intValue() : 0;
    if (given < 1 || given > most) {
      throw new IllegalArgumentException(
          key + ": a whole number from 1 to " + most + " is required, got " + node);
    }
    return given;
  }

  /** The peer of that name; throws {@link IllegalArgumentException} when it cannot be used. */
  UploadTarget peer(String name) {
    UploadTarget peer = target(name).peer();
    if (peer == null) {
      throw new IllegalArgumentException(String.valueOf(target(name).missing()));
    }
    return peer;
  }

  int batch(String name) {
    return target(name).batch();
  }

  private Target target(String name) {
    Target target = targets.get(name);
    if (target == null) {
      throw new IllegalArgumentException("to: a name under campaigns.targets in tidewatch.yaml is"
          + " required ("
          + (targets.isEmpty()
              ? "there is none"
              : String.join(", ", targets.keySet().stream().sorted().toList()))
          + "), got "
          + name);
    }
    return target;
  }
}
