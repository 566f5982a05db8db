package io.tidewatch.audience.campaign;

import io.tidewatch.audience.aipl.AiplState;
import java.util.List;

/** A way of deepening that a campaign is judged by. */
enum Move {
  OPPORTUNITY_TO_INTEREST("O", "IPL", List.of(AiplState.O), AiplState.I),
  AWARENESS_TO_INTEREST("A", "IPL", List.of(AiplState.A), AiplState.I),
  EITHER_TO_INTEREST("O|A", "IPL", List.of(AiplState.O, AiplState.A), AiplState.I),
  EITHER_TO_PURCHASE("O|A", "PL", List.of(AiplState.O, AiplState.A), AiplState.P);

  private final String from;
  private final String to;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<AiplState> sources;

  private final AiplState least;

  Move(String from, String to, List<AiplState> sources, AiplState least) {
    this.from = from;
    this.to = to;
    this.sources = sources;
    this.least = least;
  }

  String from() {
    return from;
  }

  String to() {
    return to;
  }

  boolean starts(AiplState state) {
    return sources.contains(state);
  }

  boolean reached(AiplState state) {
    return state.compareTo(least) >= 0;
  }
}
