package io.tidewatch.connectors.pull;

import io.tidewatch.connectors.pull.SourceConfig.Kind;
import io.tidewatch.connectors.yaml.YamlMap;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code sources:} list of {@code tidewatch.yaml}. Unknown keys are refused, secrets come
 * from the environment as {@code ${env:NAME}}, every message names file and line.
 */
public final class SourceConfigs {
  private static final Pattern SECRET = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");
  private static final Pattern SPAN = Pattern.compile("(\\d{1,6})\\s*(s|m|h|d)");

  private SourceConfigs() {}

  /** Gives the value of an environment variable; null when it is not set. */
  @FunctionalInterface
  public interface Environment {
    @Nullable
    String get(String name);
  }

  /**
   * The sources in the order written; other keys at the top of the file are not looked at.
   *
   * @param file names the file in messages
   * @throws io.tidewatch.connectors.yaml.YamlFormatException when an entry breaks a rule
   */
  public static List<SourceConfig> read(String yaml, String file, Environment environment) {
    if (yaml.isBlank()) {
      return List.of();
    }
    var sources = new ArrayList<SourceConfig>();
    Set<String> names = new HashSet<>();
    for (YamlMap entry : YamlMap.parse(yaml, file).maps("sources")) {
      SourceConfig source = source(entry, environment);
      if (!names.add(source.name())) {
        throw entry.refuse("name", "each source needs a name of its own, got " + source.name());
      }
      sources.add(source);
    }
    return List.copyOf(sources);
  }

  private static SourceConfig source(YamlMap entry, Environment environment) {
    String name = entry.text("name");
    if (!name.matches("[\\p{L}\\p{N}._-]{1,64}")) {
      throw entry.refuse("name", "1 to 64 letters, digits, dots, dashes or underscores expected");
    }
    Kind kind = kind(entry);
    boolean folder = kind == Kind.FOLDER;
    String path = folder ? entry.text("path") : null;
    String url = folder ? null : url(entry);
    String every = entry.textOrNull("every");
    String cron = folder ? null : entry.textOrNull("cron");
    if (!folder && (every == null) == (cron == null)) {
      throw entry.refuse("every", "exactly one of every and cron is required");
    }
    boolean paged = kind == Kind.JSON;
    var source = new SourceConfig(
        name,
        kind,
        path,
        url,
        entry.textOrNull("format"),
        cron != null ? null : span(entry, "every", folder ? "5s" : ""),
        cron == null ? null : cron(entry, cron),
        zone(entry),
        folder ? Map.of() : headers(entry, environment),
        paged ? entry.textOrNull("items") : null,
        paged ? entry.textOrNull("cursor") : null,
        paged && entry.flag("stopWhenKnown", false),
        paged ? entry.whole("maxPages", 100, 1, 10_000) : 1,
        folder ? Duration.ZERO : span(entry, "timeout", "30s"));
    boolean asksForCursor = url != null && url.contains("${cursor}");
    if (asksForCursor && source.cursor() == null) {
      throw entry.refuse("url", "${cursor} needs the key cursor: where a page holds the next one");
    }
    entry.done();
    return source;
  }

  private static Kind kind(YamlMap entry) {
    String kind = entry.text("kind");
    return switch (kind) {
      case "folder" -> Kind.FOLDER;
      case "feed" -> Kind.FEED;
      case "json" -> Kind.JSON;
      default -> throw entry.refuse("kind", "folder, feed or json is expected, got " + kind);
    };
  }

  private static String url(YamlMap entry) {
    String url = entry.text("url");
    try {
      URI uri = URI.create(url.replace("${cursor}", "").replace("${page}", "1"));
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      throw entry.refuse("url", "an address is expected, got " + url);
    }
    throw entry.refuse("url", "an http or https address is expected, got " + url);
  }

  private static Duration span(YamlMap entry, String key, String otherwise) {
    String span = entry.text(key, otherwise);
    Matcher matcher = SPAN.matcher(span);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      throw entry.refuse(key, "a span such as 30s, 10m, 1h or 1d is expected, got " + span);
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static String cron(YamlMap entry, String cron) {
    try {
      return Cron.quartz(cron);
    } catch (IllegalArgumentException e) {
      throw entry.refuse("cron", String.valueOf(e.getMessage()));
    }
  }

  private static ZoneId zone(YamlMap entry) {
    String zone = entry.text("zone", "Asia/Shanghai");
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw entry.refuse("zone", "a zone such as Asia/Shanghai is expected, got " + zone);
    }
  }

  private static Map<String, String> headers(YamlMap entry, Environment environment) {
    YamlMap given = entry.map("headers");
    var headers = new LinkedHashMap<String, String>();
    if (given != null) {
      UnaryOperator<String> filled = text -> fill(given, text, environment);
      for (String header : given.keys()) {
        headers.put(header, filled.apply(given.text(header)));
      }
    }
    return headers;
  }

  private static String fill(YamlMap headers, String text, Environment environment) {
    return SECRET.matcher(text).replaceAll(match -> {
      String value = environment.get(match.group(1));
      if (value == null || value.isBlank()) {
        throw headers.refuse(
            "headers", "the environment variable " + match.group(1) + " is not set");
      }
      return Matcher.quoteReplacement(value);
    });
  }
}
