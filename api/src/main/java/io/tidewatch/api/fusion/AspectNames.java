package io.tidewatch.api.fusion;

import io.tidewatch.corpora.Lexicons;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What aspects are called. Immutable. */
public final class AspectNames {
  private final Map<String, Lexicons.Aspect> aspects = new HashMap<>();

  /** Of a lexicon. */
  public AspectNames(Lexicons lexicons) {
    lexicons.aspects().forEach(aspect -> aspects.putIfAbsent(aspect.id(), aspect));
  }

  /** English for English, else Chinese; the id of an aspect that is not in the lexicon. */
  public String of(String id, Locale lang) {
    Lexicons.Aspect aspect = aspects.get(id);
    if (aspect == null) {
      return id;
    }
    return lang.getLanguage().equals("en") ? aspect.nameEn() : aspect.name();
  }
}
