package io.tidewatch.trend.lucene;

import java.util.HashMap;
import java.util.Map;

/** The first document of each unit on one local day, for a single question without keys. */
final class UnitDays {
  private final Visitor visitor;
  private final Map<Unit, Long> firsts = new HashMap<>();

  private record Unit(int kind, long hash) {}

  /** Receives each unit by its {@link Codes} with its first time of the day, in microseconds. */
  @FunctionalInterface
  interface Visitor {
    void first(int unitKind, long time);
  }

  UnitDays(Visitor visitor) {
    this.visitor = visitor;
  }

  void see(int kind, long unit, long time) {
    firsts.merge(new Unit(kind, unit), time, Math::min);
  }

  void endDay() {
    firsts.forEach((unit, time) -> visitor.first(unit.kind(), time));
    firsts.clear();
  }
}
