package io.tidewatch.api.question;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.catalogue.Resolution;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one question, whether typed as options or sent as query parameters. Every getter
 * throws {@link IllegalArgumentException} with one sentence that names argument, rule and value.
 */
public final class Arguments {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,5})(h|d)");

  private final Map<String, String> values;
  private final ZoneId zone;
  private final String caller;

  /** {@code caller}: who asks, for the audit log. */
  public Arguments(Map<String, String> values, ZoneId defaultZone, String caller) {
    this.values = Map.copyOf(values);
    this.caller = caller;
    this.zone = values.containsKey("timezone") ? zone(values.get("timezone")) : defaultZone;
  }

  /** Refuses names that are not in {@code allowed}. */
  Arguments only(List<Param> allowed) {
    for (String name : values.keySet()) {
      if (allowed.stream().noneMatch(p -> p.name().equals(name))) {
        throw new IllegalArgumentException(name
            + ": one of "
            + allowed.stream().map(Param::name).collect(Collectors.joining(", "))
            + " is required, got an unknown argument");
      }
    }
    for (Param param : allowed) {
      if (param.required() && !values.containsKey(param.name())) {
        throw new IllegalArgumentException(param.name() + ": is required, got nothing");
      }
    }
    return this;
  }

  /** Who asks, such as {@code cli:wang} or {@code http:10.0.0.7}. */
  String caller() {
    return caller;
  }

  /** Zone of day and hour buckets. */
  public ZoneId zone() {
    return zone;
  }

  public @Nullable String text(String name) {
    String value = values.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  public String required(String name) {
    String value = text(name);
    if (value == null) {
      throw new IllegalArgumentException(name + ": is required, got nothing");
    }
    return value;
  }

  public String text(String name, String otherwise) {
    String value = text(name);
    return value == null ? otherwise : value;
  }

  /** A comma-separated list without empty items. */
  public List<String> list(String name) {
    String value = text(name);
    return value == null
        ? List.of()
        : Arrays.stream(value.split("[,，]", -1))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
  }

  public int number(String name, int otherwise, int min, int max) {
    String value = text(name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + ": a whole number from " + min + " to " + max + " is required, got " + value, e);
    }
    throw new IllegalArgumentException(
        name + ": a whole number from " + min + " to " + max + " is required, got " + value);
  }

  /** A required decimal number, such as {@code 2.5}. */
  double decimal(String name) {
    String value = required(name);
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + ": a number is required, got " + value, e);
    }
    throw new IllegalArgumentException(name + ": a number is required, got " + value);
  }

  /** Whole hours or days, such as {@code 24h} or {@code 7d}. */
  public Duration duration(String name, Duration otherwise) {
    String value = text(name);
    if (value == null) {
      return otherwise;
    }
    Matcher matcher = DURATION.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          name + ": whole hours or days such as 24h or 7d are required, got " + value);
    }
    long amount = Long.parseLong(matcher.group(1));
    return matcher.group(2).equals("h") ? Duration.ofHours(amount) : Duration.ofDays(amount);
  }

  /** An ISO-8601 instant with offset, or a date, which means its start in the zone. */
  public @Nullable Instant instant(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    // A plus sign that was not escaped in a URL arrives as a space.
    String stamp = value.replace(' ', '+');
    try {
      return stamp.indexOf('T') < 0
          ? LocalDate.parse(stamp).atStartOfDay(zone).toInstant()
          : OffsetDateTime.parse(stamp).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          name
              + ": a date, or an ISO-8601 time with offset such as 2025-06-27T00:00:00+08:00,"
              + " is required, got "
              + value,
          e);
    }
  }

  /** A local date that must be there. */
  LocalDate date(String name) {
    String value = required(name);
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          name + ": a date such as 2025-06-27 is required, got " + value, e);
    }
  }

  /** One of {@code allowed}; {@code fallback} when the argument is not given. */
  String oneOf(String name, String fallback, List<String> allowed) {
    String value = text(name);
    if (value == null) {
      return fallback;
    }
    if (!allowed.contains(value)) {
      throw new IllegalArgumentException(
          name + ": one of " + String.join(", ", allowed) + " is required, got " + value);
    }
    return value;
  }

  /** One constant of {@code type} by its lower-case name. */
  public <T extends Enum<T>> T oneOf(String name, Class<T> type) {
    String value = required(name);
    for (T constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(name
        + ": one of "
        + Arrays.stream(type.getEnumConstants())
            .map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(", "))
        + " is required, got "
        + value);
  }

  /** Chinese unless English is asked for. */
  public Locale language(String name) {
    String value = text(name, "zh");
    return switch (value) {
      case "zh" -> Locale.CHINESE;
      case "en" -> Locale.ENGLISH;
      default -> throw new IllegalArgumentException(name + ": zh or en is required, got " + value);
    };
  }

  /** The id of a brand given by id, name or alias; null when the argument is absent. */
  public @Nullable String brand(String name, Catalogue catalogue) {
    String value = text(name);
    return value == null ? null : resolve(name, value, EntityKind.BRAND, catalogue);
  }

  /** As {@link #brand}, for an argument that must be there. */
  public String requiredBrand(String name, Catalogue catalogue) {
    return resolve(name, required(name), EntityKind.BRAND, catalogue);
  }

  /** The id of a category given by id or name; null when the argument is absent. */
  public @Nullable String category(String name, Catalogue catalogue) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    return catalogue
        .findCategory(value)
        .map(Category::id)
        .orElseThrow(() -> new IllegalArgumentException(name
            + ": a category id or name is required ("
            + catalogue.categories().stream()
                .map(c -> c.id() + " " + c.name())
                .collect(Collectors.joining(", "))
            + "), got "
            + value));
  }

  /** Resolves a brand or product; unknown and ambiguous names list the candidates. */
  static String resolve(
      String argument, String value, @Nullable EntityKind kind, Catalogue catalogue) {
    String what = kind == null ? "a brand or product" : "a " + kind.name().toLowerCase(Locale.ROOT);
    return switch (catalogue.resolve(value, kind)) {
      case Resolution.Found found -> found.id();
      case Resolution.Ambiguous ambiguous ->
        throw new IllegalArgumentException(argument
            + ": the id, name or alias of exactly one is required, got "
            + value
            + ", which may be "
            + ambiguous.candidates().stream()
                .map(id -> id + " (" + catalogue.nameOf(id) + ")")
                .collect(Collectors.joining(", ")));
      case Resolution.Unknown unknown ->
        throw new IllegalArgumentException(argument
            + ": the id, name or alias of "
            + what
            + " is required, got "
            + value
            + (unknown.nearest().isEmpty()
                ? ""
                : "; near it are " + String.join(", ", unknown.nearest())));
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
}
