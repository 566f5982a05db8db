package io.tidewatch.api.retention;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many whole local days before today are kept: {@code retention} in {@code tidewatch.yaml}.
 *
 * @param days of every source that is not named; null keeps all
 * @param limited days of single sources
 * @param kept sources of which all is kept
 */
public record RetentionSettings(
    @Nullable Integer days, Map<String, Integer> limited, Set<String> kept) {
  /** Everything is kept. */
  public static final RetentionSettings KEEP_ALL = new RetentionSettings(null, Map.of(), Set.of());

  private static final String KEEP = "keep";
  private static final int MOST = 36_500;
  private static final Pattern DAYS = Pattern.compile("(\\d{1,5})d?");

  public RetentionSettings {
    limited = Map.copyOf(limited);
    kept = Set.copyOf(kept);
  }

  /**
   * Reads the value of {@code retention}, its part {@code behavior} left to others; missing means that all is kept.
   *
   * @throws IllegalArgumentException naming key, rule and value
   */
  public static RetentionSettings read(JsonNode yaml) {
    if (yaml.isMissingNode() || yaml.isNull()) {
      return KEEP_ALL;
    }
    fields("retention", yaml, List.of("days", "sources", "behavior"));
    JsonNode sources = yaml.path("sources");
    var limited = new TreeMap<String, Integer>();
    var kept = new TreeSet<String>();
    if (!sources.isMissingNode() && !sources.isNull()) {
      fields("retention.sources", sources, null);
      sources.properties().forEach(source -> {
        Integer limit = days("retention.sources." + source.getKey(), source.getValue());
        if (limit == null) {
          kept.add(source.getKey());
        } else {
          limited.put(source.getKey(), limit);
        }
      });
    }
    JsonNode days = yaml.path("days");
    return new RetentionSettings(
        days.isMissingNode() ? null : days("retention.days", days), limited, kept);
  }

  /** Days that are kept of a source; null keeps all. */
  public @Nullable Integer daysOf(String source) {
    return kept.contains(source) ? null : limited.getOrDefault(source, days);
  }

  /** Whether everything is kept. */
  public boolean keepsAll() {
    return days == null && limited.isEmpty();
  }

  /** One line for people. */
  public String summary() {
    var named = new TreeMap<String, String>();
    limited.forEach((source, limit) -> named.put(source, limit + " days"));
    kept.forEach(source -> named.put(source, "all"));
    var text = new StringBuilder();
    named.forEach(
        (source, limit) -> text.append(source).append(' ').append(limit).append(", "));
    return text
        + (named.isEmpty() ? "every source " : "others ")
        + (days == null ? "all" : days + " days");
  }

  private static void fields(String key, JsonNode node, @Nullable List<String> allowed) {
    String rule =
        allowed == null ? "sources with their days" : "limits by " + String.join(", ", allowed);
    if (!node.isObject()) {
      throw new IllegalArgumentException(key + ": " + rule + " are required, got "
          + (node.isValueNode() ? node.asText() : "a list"));
    }
    node.fieldNames().forEachRemaining(name -> {
      if (allowed != null && !allowed.contains(name)) {
        throw new IllegalArgumentException(
            key + ": one of " + String.join(", ", allowed) + " is required, got " + name);
      }
    });
  }

  private static @Nullable Integer days(String key, JsonNode value) {
    String text = value.isValueNode() ? value.asText() : "a list";
    if (text.equals(KEEP)) {
      return null;
    }
    var matcher = DAYS.matcher(text);
    int days = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    if (days < 1 || days > MOST) {
      throw new IllegalArgumentException(
          key + ": whole days from 1 to " + MOST + ", or keep, are required, got " + text);
    }
    return days;
  }
}
