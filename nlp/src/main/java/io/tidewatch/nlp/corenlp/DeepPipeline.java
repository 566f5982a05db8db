package io.tidewatch.nlp.corenlp;

import java.util.List;
import java.util.stream.Stream;

/** Which of CoreNLP's steps the deep lane runs. */
public enum DeepPipeline {
  /** HanLP's words, CoreNLP's tagger and parser: the quick one, 25 MB of models. */
  HANLP_WORDS("hanlp-words", 25),
  /** CoreNLP's own segmenter, tagger, parser and named entities: 272 MB of models. */
  CORENLP("corenlp", 272);

  private final String label;
  private final int keptMegabytes;

  DeepPipeline(String label, int keptMegabytes) {
    this.label = label;
    this.keptMegabytes = keptMegabytes;
  }

  /** The name used in settings and commands. */
  public String label() {
    return label;
  }

  /** Size of its models on disk, about. */
  public int keptMegabytes() {
    return keptMegabytes;
  }

  /** Model files that it reads. */
  List<String> files() {
    return switch (this) {
      case HANLP_WORDS -> List.of(DeepModels.TAGGER, DeepModels.PARSER);
      case CORENLP ->
        Stream.concat(
                Stream.of(
                    DeepModels.TAGGER,
                    DeepModels.PARSER,
                    DeepModels.SEGMENTER,
                    DeepModels.DICTIONARY,
                    DeepModels.NAMES),
                DeepModels.LISTS.stream())
            .toList();
    };
  }

  /**
   * The pipeline of a name.
   *
   * @throws IllegalArgumentException naming {@code key}, the rule and the value
   */
  public static DeepPipeline of(String key, String label) {
    for (DeepPipeline pipeline : values()) {
      if (pipeline.label.equals(label)) {
        return pipeline;
      }
    }
    throw new IllegalArgumentException(
        key + ": " + HANLP_WORDS.label + " or " + CORENLP.label + " is required, got " + label);
  }
}
