package io.tidewatch.nlp.eval;

import java.util.List;

/** Figures of one file, systems beside baselines, and cases that were lost when asked for. */
public record EvalReport(List<EvalRow> rows, List<LosingCase> losing) {
  public EvalReport {
    rows = List.copyOf(rows);
    losing = List.copyOf(losing);
  }
}
