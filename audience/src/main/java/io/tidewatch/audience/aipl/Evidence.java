package io.tidewatch.audience.aipl;

import java.util.Locale;

/** What a state rests on. */
public enum Evidence {
  IMPRESSION(0, AiplState.A),
  AD_EXPOSURE(1, AiplState.A),
  /** A search whose results showed the brand. */
  SHOWN_IN_RESULTS(2, AiplState.A),
  VIEW(3, AiplState.I),
  CLICK(4, AiplState.I),
  AD_CLICK(5, AiplState.I),
  /** A search that names the brand or a product of it. */
  NAMED_SEARCH(6, AiplState.I),
  FAVORITE(7, AiplState.I),
  CART(8, AiplState.I),
  FOLLOW(9, AiplState.I),
  /** An order of which something was kept. */
  ORDER(10, AiplState.P),
  REPEAT_PURCHASE(11, AiplState.L),
  GOOD_RATING(12, AiplState.L),
  SHARE(13, AiplState.L);

  private final int place;
  private final AiplState state;

  Evidence(int place, AiplState state) {
    this.place = place;
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

  int place() {
    return place;
  }

  int bit() {
    return 1 << place;
  }
}
