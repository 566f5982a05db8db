package io.tidewatch.api.demo;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the report in one language. */
final class Wording {
  private final ResourceBundle words;
  private final Locale locale;

  Wording(Locale locale) {
    this.locale = locale;
    this.words = ResourceBundle.getBundle(
        "io.tidewatch.api.demo.report",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  Locale locale() {
    return locale;
  }

  /** The text of {@code key}, formatted with {@code arguments}. */
  String say(String key, Object... arguments) {
    return String.format(Locale.ROOT, words.getString(key), arguments);
  }

  /** The text of {@code key} if there is one, else the key's last part. */
  String name(String group, String id) {
    String key = group + "." + id;
    return words.containsKey(key) ? words.getString(key) : id;
  }
}
