package io.tidewatch.keywords.answer;

import java.util.Locale;

/** Words reasons in English or, for every other language, in Chinese. */
public record Wording(boolean english) {

  public Wording(Locale language) {
    this(language.getLanguage().equals("en"));
  }

  /** A reason; both texts are formats of the same arguments. */
  public Reason say(String code, String chinese, String inEnglish, Object... arguments) {
    return new Reason(code, String.format(Locale.ROOT, english ? inEnglish : chinese, arguments));
  }
}
