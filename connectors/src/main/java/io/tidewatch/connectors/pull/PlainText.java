package io.tidewatch.connectors.pull;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an HTML fragment: tags out, paragraphs as line breaks, entities as characters. */
final class PlainText {
  private static final Pattern HIDDEN =
      Pattern.compile("(?is)<(script|style)\\b[^>]*>.*?</\\1\\s*>|<!--.*?-->");
  private static final Pattern BREAK = Pattern.compile("(?i)<(br|/p|/div|/li|/h\\d)\\b[^>]*>");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^>]*>");
  private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9A-Fa-f]{1,6}|[a-z]{2,6});");
  private static final Map<String, String> NAMED = Map.of(
      "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "hellip", "…",
      "ldquo", "“", "rdquo", "”", "mdash", "—");

  private PlainText() {}

  static String of(String html) {
    String text = HIDDEN.matcher(html).replaceAll("");
    text = BREAK.matcher(text).replaceAll("\n");
    text = TAG.matcher(text).replaceAll("");
    text = ENTITY.matcher(text).replaceAll(m -> Matcher.quoteReplacement(character(m.group(1))));
    return text.replaceAll("[ \\t\\u00a0]+", " ").replaceAll(" ?\\n\\s*", "\n").strip();
  }

  private static String character(String entity) {
    if (entity.charAt(0) != '#') {
      return NAMED.getOrDefault(entity, "&" + entity + ";");
    }
    boolean hex = entity.charAt(1) == 'x';
    try {
      int point = Integer.parseInt(entity.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    } catch (NumberFormatException e) {
      return "&" + entity + ";";
    }
  }
}
