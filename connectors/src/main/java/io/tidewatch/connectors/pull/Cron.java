package io.tidewatch.connectors.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cron expressions: five fields as in crontab become the six that Quartz reads. */
final class Cron {
  private static final Pattern DAY_NUMBER = Pattern.compile("(?<![\\d/#])[0-7](?!\\d)");
  private static final Pattern FIELD = Pattern.compile("[0-9A-Za-z*?/,#-]+");

  private Cron() {}

  /** The expression for Quartz; throws {@link IllegalArgumentException} when it is neither. */
  static String quartz(String cron) {
    List<String> fields = new ArrayList<>(List.of(cron.strip().split("\\s+", -1)));
    for (String field : fields) {
      if (!FIELD.matcher(field).matches()) {
        throw rule(cron);
      }
    }
    if (fields.size() == 6 || fields.size() == 7) {
      return String.join(" ", fields);
    }
    if (fields.size() != 5) {
      throw rule(cron);
    }
    String dayOfMonth = fields.get(2);
    String dayOfWeek = fields.get(4);
    if (dayOfWeek.equals("*")) {
      fields.set(4, "?");
    } else if (dayOfMonth.equals("*")) {
      fields.set(2, "?");
      fields.set(4, sundayFirst(dayOfWeek));
    } else {
      throw new IllegalArgumentException(
          "day of month and day of week cannot both be set, got " + cron);
    }
    return "0 " + String.join(" ", fields);
  }

  /** In crontab Sunday is 0 or 7 and Monday 1; in Quartz Sunday is 1. */
  private static String sundayFirst(String days) {
    Matcher number = DAY_NUMBER.matcher(days);
    return number.replaceAll(m -> String.valueOf(Integer.parseInt(m.group()) % 7 + 1));
  }

  private static IllegalArgumentException rule(String cron) {
    return new IllegalArgumentException(
        "five fields of cron or six of Quartz are expected, got " + cron);
  }
}
