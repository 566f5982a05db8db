package io.tidewatch.connectors.map;

import io.tidewatch.connectors.map.FormatMap.Kind;
import io.tidewatch.connectors.yaml.YamlMap;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads one format map from YAML and refuses what it does not know, naming file and line. */
final class FormatMapReader {
  private final Set<String> types;

  FormatMapReader(Set<String> types) {
    this.types = Set.copyOf(types);
  }

  /** {@code name} is what the map is called; {@code file} names it in messages. */
  FormatMap read(String yaml, String name, String file) {
    YamlMap top = YamlMap.parse(yaml, file);
    String about = top.text("about", "");
    Set<Kind> kinds = kinds(top);
    boolean table = kinds.contains(Kind.DELIMITED) || kinds.contains(Kind.XLSX);
    boolean header = top.flag("header", true);
    Map<String, List<String>> columns = columns(top, header);
    List<String> required = top.texts("required");
    if (required.isEmpty()) {
      throw top.refuse("required", "at least one column that the file must have is expected");
    }
    String type = type(top);
    checkUnit(top, type);
    ZoneId zone = zone(top);
    var fields = fields(top, zone);
    FormatMap map = new FormatMap(
        name,
        about,
        kinds,
        charsets(top),
        single(top, "delimiter"),
        table && "none".equals(top.textOrNull("quote")) ? null : quote(top),
        header,
        top.whole("headerWithin", 1, 1, 100),
        columns,
        required,
        top.textOrNull("items"),
        top.textOrNull("sheet"),
        source(top),
        type,
        titles(top, type),
        skips(top),
        fields,
        top.texts("keep"));
    top.done();
    return map;
  }

  private static Set<Kind> kinds(YamlMap top) {
    var kinds = EnumSet.noneOf(Kind.class);
    for (String kind : top.texts("kind")) {
      switch (kind) {
        case "delimited" -> kinds.add(Kind.DELIMITED);
        case "xlsx" -> kinds.add(Kind.XLSX);
        case "json" -> kinds.add(Kind.JSON);
        case "jsonl" -> kinds.add(Kind.JSONL);
        default ->
          throw top.refuse("kind", "delimited, xlsx, json or jsonl is expected, got " + kind);
      }
    }
    if (kinds.isEmpty()) {
      throw top.refuse("kind", "delimited, xlsx, json or jsonl is required");
    }
    return kinds;
  }

  private static List<Charset> charsets(YamlMap top) {
    var charsets = new ArrayList<Charset>();
    for (String charset : top.texts("charset")) {
      try {
        charsets.add(Charset.forName(charset));
      } catch (IllegalArgumentException e) {
        throw top.refuse(
            "charset", "a character set such as UTF-8 or GB18030 is expected, got " + charset);
      }
    }
    return charsets.isEmpty() ? List.of(StandardCharsets.UTF_8) : charsets;
  }

  private static @Nullable Character single(YamlMap top, String key) {
    String text = top.textOrNull(key);
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "tab" -> '\t';
      case "comma" -> ',';
      case "semicolon" -> ';';
      default -> {
        if (text.length() != 1 || text.charAt(0) > 0x7e) {
          throw top.refuse(key, "tab, comma, semicolon or one ASCII character is expected");
        }
        yield text.charAt(0);
      }
    };
  }

  private static Character quote(YamlMap top) {
    Character quote = single(top, "quote");
    return quote == null ? '"' : quote;
  }

  private static Map<String, List<String>> columns(YamlMap top, boolean header) {
    var columns = new LinkedHashMap<String, List<String>>();
    if (top.isList("columns")) {
      for (String column : top.texts("columns")) {
        columns.put(column, List.of(column));
      }
    } else {
      YamlMap given = top.map("columns");
      if (given != null) {
        for (String column : given.keys()) {
          columns.put(column, given.texts(column));
        }
      }
    }
    if (!header && columns.isEmpty()) {
      throw top.refuse("columns", "a file without a header needs the list of its columns");
    }
    return columns;
  }

  private String type(YamlMap top) {
    String type = top.text("type");
    if (!types.contains(type)) {
      throw top.refuse(
          "type",
          "one of " + String.join(", ", new java.util.TreeSet<>(types)) + " is expected, got "
              + type);
    }
    return type;
  }

  private static boolean titles(YamlMap top, String type) {
    boolean titles = top.flag("titles", false);
    if (titles && !type.equals("keyword_stats")) {
      throw top.refuse("titles", "only keyword_stats has them, got " + type);
    }
    return titles;
  }

  private static void checkUnit(YamlMap top, String type) {
    String unit = top.textOrNull("unit");
    String right = switch (type) {
      case "list_entry" -> "titles";
      case "post", "review" -> "authors";
      default -> null;
    };
    if (unit != null && !unit.equals(right)) {
      throw top.refuse(
          "unit",
          right == null
              ? type + " has no counting unit"
              : "records of type " + type + " count " + right + ", got " + unit);
    }
  }

  static ZoneId zone(YamlMap top) {
    try {
      return ZoneId.of(top.text("zone", "Asia/Shanghai"));
    } catch (DateTimeException e) {
      throw top.refuse("zone", "a zone such as Asia/Shanghai or +08:00 is expected");
    }
  }

  private static @Nullable String source(YamlMap top) {
    String source = top.textOrNull("source");
    if (source != null && (source.isBlank() || source.indexOf('/') >= 0)) {
      throw top.refuse("source", "a name without a slash is expected, got " + source);
    }
    return source;
  }

  private static List<FormatMap.Skip> skips(YamlMap top) {
    var skips = new ArrayList<FormatMap.Skip>();
    for (YamlMap skip : top.maps("skip")) {
      String equals = skip.textOrNull("equals");
      String matches = skip.textOrNull("matches");
      if ((equals == null) == (matches == null)) {
        throw skip.refuse("column", "exactly one of equals and matches is expected");
      }
      try {
        Pattern pattern = equals == null
            ? Pattern.compile(java.util.Objects.requireNonNull(matches))
            : Pattern.compile(Pattern.quote(equals));
        skips.add(new FormatMap.Skip(skip.text("column"), pattern));
      } catch (PatternSyntaxException e) {
        throw skip.refuse("matches", "not a regular expression: " + e.getDescription());
      }
      skip.done();
    }
    return skips;
  }

  private static Map<String, FieldRule> fields(YamlMap top, ZoneId zone) {
    YamlMap given = top.map("fields");
    if (given == null) {
      throw top.refuse("fields", "at least one field is required");
    }
    var fields = new LinkedHashMap<String, FieldRule>();
    for (String field : given.keys()) {
      fields.put(field, FieldRuleReader.read(given, field, zone));
    }
    return java.util.Collections.unmodifiableMap(fields);
  }
}
