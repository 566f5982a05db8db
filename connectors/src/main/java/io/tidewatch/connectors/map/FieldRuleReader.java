package io.tidewatch.connectors.map;

import io.tidewatch.connectors.map.FieldRule.As;
import io.tidewatch.connectors.map.FieldRule.Origin;
import io.tidewatch.connectors.yaml.YamlMap;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads how one field is made. */
final class FieldRuleReader {
  private FieldRuleReader() {}

  static FieldRule read(YamlMap fields, String field, ZoneId zone) {
    if (!fields.isMap(field)) {
      return plain(new Origin.Columns(List.of(fields.text(field))), zone);
    }
    YamlMap rule = Objects.requireNonNull(fields.map(field));
    Origin origin = origin(fields, field, rule);
    As as = as(rule);
    List<DateTimeFormatter> patterns = patterns(rule, as);
    YamlMap listed = rule.map("values");
    Map<String, String> values = new LinkedHashMap<>();
    if (listed != null) {
      for (String value : listed.keys()) {
        values.put(value, listed.text(value));
      }
    }
    FieldRule read = new FieldRule(
        origin,
        as,
        none(rule),
        values,
        !rule.flag("others", false) && !values.isEmpty(),
        patterns,
        rule.has("zone") ? FormatMapReader.zone(rule) : zone,
        separator(rule),
        rule.textOrNull("default"));
    rule.done();
    return read;
  }

  private static FieldRule plain(Origin origin, ZoneId zone) {
    return new FieldRule(origin, As.TEXT, Set.of(""), Map.of(), false, List.of(), zone, "|", null);
  }

  private static Origin origin(YamlMap fields, String field, YamlMap rule) {
    var found = new ArrayList<Origin>();
    if (rule.has("column")) {
      found.add(new Origin.Columns(List.of(rule.text("column"))));
    }
    if (!rule.texts("columns").isEmpty()) {
      found.add(new Origin.Columns(rule.texts("columns")));
    }
    if (!rule.texts("hash").isEmpty()) {
      found.add(new Origin.Hash(rule.texts("hash")));
    }
    String constant = rule.textOrNull("constant");
    if (constant != null) {
      found.add(new Origin.Constant(constant));
    }
    String template = rule.textOrNull("template");
    if (template != null) {
      found.add(new Origin.Template(parts(rule, template)));
    }
    if (found.size() != 1) {
      throw fields.refuse(
          field, "exactly one of column, columns, template, hash and constant is expected");
    }
    return found.getFirst();
  }

  private static List<Origin.Template.Part> parts(YamlMap rule, String template) {
    var parts = new ArrayList<Origin.Template.Part>();
    int from = 0;
    for (int open = template.indexOf("${"); open >= 0; open = template.indexOf("${", from)) {
      int close = template.indexOf('}', open);
      if (close < open + 3) {
        throw rule.refuse("template", "${column} is expected in " + template);
      }
      parts.add(new Origin.Template.Part(template.substring(from, open), false));
      parts.add(new Origin.Template.Part(template.substring(open + 2, close), true));
      from = close + 1;
    }
    if (parts.isEmpty()) {
      throw rule.refuse("template", "at least one ${column} is expected in " + template);
    }
    parts.add(new Origin.Template.Part(template.substring(from), false));
    return parts;
  }

  private static As as(YamlMap rule) {
    String as = rule.text("as", "text");
    for (As value : As.values()) {
      if (value.name().toLowerCase(Locale.ROOT).equals(as)) {
        return value;
      }
    }
    throw rule.refuse(
        "as", "text, integer, decimal, instant, day, boolean or list is expected, got " + as);
  }

  private static List<DateTimeFormatter> patterns(YamlMap rule, As as) {
    var patterns = new ArrayList<DateTimeFormatter>();
    for (String pattern : rule.texts("pattern")) {
      try {
        patterns.add(TimePatterns.of(pattern));
      } catch (IllegalArgumentException e) {
        throw rule.refuse(
            "pattern", "not a time pattern: " + pattern + " (" + e.getMessage() + ")");
      }
    }
    boolean time = as == As.INSTANT || as == As.DAY;
    if (!time && !patterns.isEmpty()) {
      throw rule.refuse("pattern", "only fields read as instant or day have patterns");
    }
    return patterns;
  }

  private static Set<String> none(YamlMap rule) {
    var none = new HashSet<>(rule.texts("none"));
    none.add("");
    return none;
  }

  private static String separator(YamlMap rule) {
    String separator = rule.text("separator", "|");
    if (separator.isEmpty()) {
      throw rule.refuse("separator", "at least one character is expected");
    }
    return separator;
  }
}
