package io.tidewatch.nlp.corenlp;

import edu.stanford.nlp.ling.TaggedWord;
import edu.stanford.nlp.ling.Word;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.trees.TypedDependency;
import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.DeepAnnotator;
import io.tidewatch.nlp.DeepReader;
import io.tidewatch.nlp.DeepReader.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The deep lane: Stanford CoreNLP's part-of-speech tagger and neural dependency parser decide whom an
 * opinion is about. The models come from a directory that {@link DeepModels} filled; loading takes
 * seconds and some 300 MB. Safe from any thread.
 */
public final class CoreNlpDeepAnnotator implements DeepAnnotator {
  private static final String NAME_TAG = "NR";
  private static final String ADJECTIVE_TAG = "VA";

  private final DeepReader reader;
  private final MaxentTagger tagger;
  private final DependencyParser parser;

  /**
   * Loads the models.
   *
   * @throws IllegalArgumentException when a model file is missing
   */
  public CoreNlpDeepAnnotator(Path models, Lexicons lexicons) {
    DeepModels.Status status = DeepModels.status(models);
    if (!status.ready()) {
      throw new IllegalArgumentException(
          "models: " + status.missing() + " are required, got " + models);
    }
    reader = new DeepReader(lexicons);
    tagger = new MaxentTagger(models.resolve(DeepModels.TAGGER).toString());
    parser =
        DependencyParser.loadFromModelFile(models.resolve(DeepModels.PARSER).toString());
  }

  @Override
  public Annotation refine(String text, Annotation fast) {
    DeepReader.Draft draft = reader.open(text, fast);
    var decisions = new ArrayList<DeepReader.Decision>();
    for (List<Token> sentence : draft.sentences()) {
      decisions.addAll(new TargetRules(sentence, parse(sentence)).decide());
    }
    return draft.decide(decisions);
  }

  /** Relations of one sentence; word numbers start at 1, 0 is the root. */
  private List<TargetRules.Relation> parse(List<Token> sentence) {
    List<TaggedWord> tagged =
        tagger.tagSentence(sentence.stream().map(t -> new Word(t.word())).toList());
    for (int i = 0; i < tagged.size(); i++) {
      Token token = sentence.get(i);
      if (token.mention() >= 0) {
        tagged.get(i).setTag(NAME_TAG);
      } else if (token.opinion() >= 0 && tagged.get(i).tag().matches("AD|NN|NR|JJ|CD|FW|M")) {
        tagged.get(i).setTag(ADJECTIVE_TAG);
      }
    }
    var relations = new ArrayList<TargetRules.Relation>();
    for (TypedDependency d : parser.predict(tagged).typedDependencies()) {
      relations.add(
          new TargetRules.Relation(d.gov().index(), d.dep().index(), d.reln().toString()));
    }
    return relations;
  }
}
