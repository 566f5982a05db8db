package io.tidewatch.api.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.tidewatch.api.campaign.CampaignSettings;
import io.tidewatch.api.retention.RetentionSettings;
import io.tidewatch.api.upkeep.BehaviorRetention;
import io.tidewatch.nlp.corenlp.DeepPipeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment chooses. Environment variables win over {@code tidewatch.yaml}; secrets come
 * from the environment alone.
 *
 * @param host address to listen on; beyond loopback an API key is required
 * @param port TCP port, 0 picks a free one
 * @param apiKey required from callers beyond loopback; null when none is set
 * @param zone zone of day and hour buckets unless a question names another
 * @param modelsDir where the deep lane's models are
 * @param deepLane how the deep lane runs
 * @param behaviorMegabytes memory of the behaviour engine, at least 64
 * @param documents where documents are kept
 * @param retention how long documents are kept
 * @param behaviorRetention days that behaviour is kept, by record type; other types for good
 * @param rules receivers of alerts, and where rules are kept
 * @param campaigns where campaigns may be uploaded to
 * @param people how people are told apart
 * @param file the file that was read, whose {@code sources} list the connectors read; null when
 *     there is none
 */
public record Settings(
    Path dataDir,
    Path modelsDir,
    String host,
    int port,
    @Nullable String apiKey,
    ZoneId zone,
    DeepLaneSettings deepLane,
    int behaviorMegabytes,
    DocumentEngine documents,
    RetentionSettings retention,
    Map<String, Integer> behaviorRetention,
    RuleSettings rules,
    CampaignSettings campaigns,
    PeopleSettings people,
    @Nullable Path file) {

  private static final List<String> KEYS = List.of(
      "dataDir",
      "modelsDir",
      "host",
      "port",
      "timezone",
      "deepLane",
      "deepPipeline",
      "deepLaneCpu",
      "deepLaneSeconds",
      "behaviorMegabytes",
      "documents",
      "retention",
      "webhooks",
      "dashboardUrl",
      "stateUrl",
      "stateUser",
      "campaigns",
      "identity",
      "audience",
      "sources");

  /**
   * Reads the settings.
   *
   * @param file the YAML file; null means none, and a named one must exist
   * @param home directory of the installation, under which the default data directory lies
   * @throws IllegalArgumentException naming key, rule and value
   */
  public static Settings read(@Nullable Path file, Path home, Map<String, String> environment) {
    JsonNode yaml = yaml(file);
    String cache = environment.get("XDG_CACHE_HOME");
    Path models = cache == null || cache.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "tidewatch", "models")
        : Path.of(cache, "tidewatch", "models");
    String host = text(environment, "TIDEWATCH_HOST", yaml, "host", "127.0.0.1");
    int port = port(text(environment, "TIDEWATCH_PORT", yaml, "port", "8787"));
    return new Settings(
        Path.of(text(
            environment,
            "TIDEWATCH_DATA_DIR",
            yaml,
            "dataDir",
            home.resolve(".tidewatch/data").toString())),
        Path.of(text(environment, "TIDEWATCH_MODELS_DIR", yaml, "modelsDir", models.toString())),
        host,
        port,
        blankToNull(environment.get("TIDEWATCH_API_KEY")),
        zone(text(environment, "TIDEWATCH_TIMEZONE", yaml, "timezone", "Asia/Shanghai")),
        deepLane(environment, yaml),
        megabytes(
            text(environment, "TIDEWATCH_BEHAVIOR_MEGABYTES", yaml, "behaviorMegabytes", "1000")),
        DocumentEngine.read(yaml.path("documents"), environment),
        RetentionSettings.read(yaml.path("retention")),
        BehaviorRetention.read(yaml.path("retention")),
        RuleSettings.read(yaml, environment, "http://" + host + ":" + port),
        CampaignSettings.read(yaml.path("campaigns"), environment),
        PeopleSettings.read(yaml.path("identity"), yaml.path("audience")),
        file);
  }

  /** The same settings over another data directory. */
  public Settings withDataDir(Path other) {
    return new Settings(
        other,
        modelsDir,
        host,
        port,
        apiKey,
        zone,
        deepLane,
        behaviorMegabytes,
        documents,
        retention,
        behaviorRetention,
        rules,
        campaigns,
        people,
        file);
  }

  /** The same settings on another address. */
  public Settings withAddress(String otherHost, int otherPort) {
    return new Settings(
        dataDir,
        modelsDir,
        otherHost,
        otherPort,
        apiKey,
        zone,
        deepLane,
        behaviorMegabytes,
        documents,
        retention,
        behaviorRetention,
        rules,
        campaigns,
        people,
        file);
  }

  /** The same settings with the deep lane switched. */
  public Settings withDeepLane(boolean on) {
    return new Settings(
        dataDir,
        modelsDir,
        host,
        port,
        apiKey,
        zone,
        deepLane.switched(on),
        behaviorMegabytes,
        documents,
        retention,
        behaviorRetention,
        rules,
        campaigns,
        people,
        file);
  }

  /** The same settings with people told apart otherwise. */
  public Settings withPeople(PeopleSettings other) {
    return new Settings(
        dataDir,
        modelsDir,
        host,
        port,
        apiKey,
        zone,
        deepLane,
        behaviorMegabytes,
        documents,
        retention,
        behaviorRetention,
        rules,
        campaigns,
        other,
        file);
  }

  private static DeepLaneSettings deepLane(Map<String, String> environment, JsonNode yaml) {
    String cpu = text(environment, "TIDEWATCH_DEEP_LANE_CPU", yaml, "deepLaneCpu", "0.5");
    try {
      return new DeepLaneSettings(
          flag("deepLane", text(environment, "TIDEWATCH_DEEP_LANE", yaml, "deepLane", "true")),
          DeepPipeline.of(
              "deepPipeline",
              text(
                  environment,
                  "TIDEWATCH_DEEP_PIPELINE",
                  yaml,
                  "deepPipeline",
                  DeepPipeline.HANLP_WORDS.label())),
          Double.parseDouble(cpu),
          Duration.ofSeconds(number(
              "deepLaneSeconds",
              text(environment, "TIDEWATCH_DEEP_LANE_SECONDS", yaml, "deepLaneSeconds", "2"),
              1,
              3600)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("deepLaneCpu: a number is required, got " + cpu, e);
    }
  }

  private static JsonNode yaml(@Nullable Path file) {
    var mapper = new ObjectMapper(new YAMLFactory());
    if (file == null) {
      return mapper.createObjectNode();
    }
    try {
      JsonNode read = mapper.readTree(Files.readString(file));
      JsonNode node = read == null || read.isMissingNode() ? mapper.createObjectNode() : read;
      for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!KEYS.contains(name)) {
          throw new IllegalArgumentException(
              file + ": one of " + String.join(", ", KEYS) + " is required, got " + name);
        }
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          file
              + ":"
              + (e.getLocation() == null ? 0 : e.getLocation().getLineNr())
              + ": YAML is required, "
              + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("config: cannot be read: " + file, e);
    }
  }

  private static String text(
      Map<String, String> environment,
      String variable,
      JsonNode yaml,
      String key,
      String otherwise) {
    String value = blankToNull(environment.get(variable));
    if (value != null) {
      return value;
    }
    return yaml.hasNonNull(key) ? yaml.get(key).asText() : otherwise;
  }

  private static int port(String value) {
    return number("port", value, 0, 65535);
  }

  private static int megabytes(String value) {
    return number("behaviorMegabytes", value, 64, 1 << 20);
  }

  private static int number(String key, String value, int min, int max) {
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          key + ": " + min + " to " + max + " is required, got " + value, e);
    }
    throw new IllegalArgumentException(
        key + ": " + min + " to " + max + " is required, got " + value);
  }

  private static boolean flag(String key, String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default ->
        throw new IllegalArgumentException(key + ": true or false is required, got " + value);
    };
  }

  private static ZoneId zone(String value) {
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "timezone: a zone such as Asia/Shanghai is required, got " + value, e);
    }
  }

  private static @Nullable String blankToNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
