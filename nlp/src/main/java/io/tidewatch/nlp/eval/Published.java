package io.tidewatch.nlp.eval;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Figures that others published on data sets which are recognised by the name of their file or
 * folder. They were measured on the set's own split, so they stand beside ours without being
 * measured here; their {@code n} is 0.
 */
public final class Published {
  private static final List<Figure> FIGURES = List.of(
      new Figure("sentiment", "chnsenticorp-split", "TextCNN", "accuracy", 0.936),
      new Figure("sentiment", "chnsenticorp-split", "BERT", "accuracy", 0.943),
      new Figure("sentiment", "chnsenticorp-split", "ERNIE", "accuracy", 0.954),
      new Figure("mentions", "ner-weibo", "Lattice LSTM", "F1 of all types", 0.588),
      new Figure("mentions", "ner-weibo", "BERT", "F1 of all types", 0.682),
      new Figure("mentions", "cluener", "BiLSTM-CRF", "company F1", 0.723),
      new Figure("mentions", "cluener", "BERT", "company F1", 0.814),
      new Figure("aspects", "peng2018", "transformer", "forced accuracy", 0.962));

  private Published() {}

  private record Figure(String task, String set, String system, String metric, double value) {}

  /** The rows for a task on a file; empty when its set is not known. */
  public static List<EvalRow> rows(String task, Path file) {
    String path = file.toAbsolutePath().toString().toLowerCase(Locale.ROOT);
    String data = String.valueOf(file.getFileName());
    return FIGURES.stream()
        .filter(f -> f.task().equals(task) && path.contains(f.set()))
        .map(f -> new EvalRow(task, data, "published " + f.system(), f.metric(), f.value(), 0))
        .toList();
  }
}
