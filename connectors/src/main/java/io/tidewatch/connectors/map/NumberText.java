package io.tidewatch.connectors.map;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as Chinese tools write them: {@code 1,234}, {@code ¥12.50}, {@code 1.2万}, {@code 3亿},
 * {@code 12.5%} (0.125), full-width digits.
 */
final class NumberText {
  private static final Pattern FORM = Pattern.compile(
      "[¥￥$]?([-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:[eE][+]?\\d{1,2})?)([万亿%]?)元?");

  private NumberText() {}

  /** The number; null when the text is none. */
  static @Nullable BigDecimal parse(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    Matcher form = FORM.matcher(plain);
    if (!form.matches() || plain.length() > 40) {
      return null;
    }
    BigDecimal number = new BigDecimal(form.group(1).replace(",", ""));
    return switch (form.group(2)) {
      case "万" -> number.movePointRight(4);
      case "亿" -> number.movePointRight(8);
      case "%" -> number.movePointLeft(2);
      default -> number;
    };
  }
}
