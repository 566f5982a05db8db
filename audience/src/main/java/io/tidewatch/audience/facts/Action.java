package io.tidewatch.audience.facts;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What users do, named as in the {@code type} field of records. */
public enum Action {
  SEARCH,
  IMPRESSION,
  AD_EXPOSURE,
  VIEW,
  CLICK,
  AD_CLICK,
  FAVORITE,
  CART,
  FOLLOW,
  SHARE,
  RATING,
  ORDER;

  private static final Map<String, Action> BY_LABEL = byLabel();

  /** The action with this name; null when there is none. */
  public static @Nullable Action of(String label) {
    return BY_LABEL.get(label);
  }

  /** The name. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Action> byLabel() {
    var byLabel = new HashMap<String, Action>();
    for (Action action : values()) {
      byLabel.put(action.label(), action);
    }
    return Map.copyOf(byLabel);
  }
}
