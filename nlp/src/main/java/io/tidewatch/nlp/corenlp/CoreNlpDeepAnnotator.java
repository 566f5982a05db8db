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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The deep lane: Stanford CoreNLP's part-of-speech tagger and neural dependency parser decide whom an
 * opinion is about; in the full pipeline its segmenter cuts the words and its named entities add
 * organisations that the catalogue does not hold. The models come from a directory that {@link
 * DeepModels} filled; loading takes seconds and some 300 MB, several times that for the full
 * pipeline. Safe from any thread.
 */
public final class CoreNlpDeepAnnotator implements DeepAnnotator {
  private static final String NAME_TAG = "NR";
  private static final String ADJECTIVE_TAG = "VA";

  /** Why a text was left to the fast lane. */
  static final String TIME_LIMIT = "time-limit";

  private final DeepReader reader;
  private final @Nullable CoreNlpNames names;
  private final Duration limit;
  private final LongSupplier nanoTime;
  private final MaxentTagger tagger;
  private final DependencyParser parser;

  /**
   * Loads the models.
   *
   * @param limit most time for one text; looked at after each sentence, of which the longest that
   *     are read have sixty words
   * @param nanoTime a clock such as {@link System#nanoTime}
   * @throws IllegalArgumentException when a model file is missing
   */
  public CoreNlpDeepAnnotator(
      Path models,
      Lexicons lexicons,
      DeepPipeline pipeline,
      Duration limit,
      LongSupplier nanoTime) {
    DeepModels.Status status = DeepModels.status(models, pipeline);
    if (!status.ready()) {
      throw new IllegalArgumentException(
          "models: " + status.missing() + " are required, got " + models);
    }
    reader = switch (pipeline) {
      case HANLP_WORDS -> new DeepReader(lexicons);
      case CORENLP -> new DeepReader(lexicons, new CoreNlpWords(models));
    };
    names = pipeline == DeepPipeline.CORENLP ? new CoreNlpNames(models) : null;
    this.limit = limit;
    this.nanoTime = nanoTime;
    tagger = new MaxentTagger(models.resolve(DeepModels.TAGGER).toString());
    parser =
        DependencyParser.loadFromModelFile(models.resolve(DeepModels.PARSER).toString());
  }

  @Override
  public Annotation refine(String text, Annotation fast) {
    DeepReader.Draft draft = reader.open(text, fast);
    var decisions = new ArrayList<DeepReader.Decision>();
    var named = new ArrayList<List<Token>>();
    long start = nanoTime.getAsLong();
    for (List<Token> sentence : draft.sentences()) {
      if (nanoTime.getAsLong() - start > limit.toNanos()) {
        return fast.leftByDeepLane(TIME_LIMIT);
      }
      decisions.addAll(new TargetRules(sentence, parse(sentence)).decide());
      if (names != null) {
        names.organizations(sentence).forEach(r -> named.add(sentence.subList(r[0], r[1])));
      }
    }
    return draft.decide(decisions, named);
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
