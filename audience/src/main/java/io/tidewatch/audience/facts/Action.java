package io.tidewatch.audience.facts;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What users do, named as in the {@code type} field of records. */
public enum Action {
  SEARCH(0),
  IMPRESSION(1),
  AD_EXPOSURE(2),
  VIEW(3),
  CLICK(4),
  AD_CLICK(5),
  FAVORITE(6),
  CART(7),
  FOLLOW(8),
  SHARE(9),
  RATING(10),
  ORDER(11);

  private static final Map<String, Action> BY_LABEL = byLabel();

  private final int code;

  Action(int code) {
    this.code = code;
  }

  /** The number by which actions are packed, from 0 in the order of the constants. */
  public int code() {
    return code;
  }

  /** The action with this name; null when there is none. */
  public static @Nullable Action of(String label) {
    return BY_LABEL.get(label);
  }

  /** Whether it was merely shown to the user. */
  public boolean isShown() {
    return this == IMPRESSION || this == AD_EXPOSURE;
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
