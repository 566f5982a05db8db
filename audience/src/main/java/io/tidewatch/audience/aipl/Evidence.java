package io.tidewatch.audience.aipl;

import java.util.Locale;

/** What a state rests on. */
public enum Evidence {
  IMPRESSION(AiplState.A),
  AD_EXPOSURE(AiplState.A),
  /** A search whose results showed the brand. */
  SHOWN_IN_RESULTS(AiplState.A),
  VIEW(AiplState.I),
  CLICK(AiplState.I),
  AD_CLICK(AiplState.I),
  /** A search that names the brand or a product of it. */
  NAMED_SEARCH(AiplState.I),
  FAVORITE(AiplState.I),
  CART(AiplState.I),
  FOLLOW(AiplState.I),
  /** An order of which something was kept. */
  ORDER(AiplState.P),
  REPEAT_PURCHASE(AiplState.L),
  GOOD_RATING(AiplState.L),
  SHARE(AiplState.L);

  private final AiplState state;

  Evidence(AiplState state) {
    this.state = state;
  }

  /** The state that it gives. */
  public AiplState state() {
    return state;
  }

  /** Its name in answers, such as {@code named-search}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  int bit() {
    return 1 << ordinal();
  }
}
