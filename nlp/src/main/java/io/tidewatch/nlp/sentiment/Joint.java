package io.tidewatch.nlp.sentiment;

/**
 * How evidence joins into one log-odds, fitted on texts that trained nothing, so that its logistic
 * is a calibrated probability. The two classifiers of words share the text by how postly it is; when
 * emoticons speak, words may count differently; where few features are known, the lexicons count
 * for more.
 *
 * @param bias log-odds of a text without evidence
 * @param review coefficient of the reviews' classifier where a text is a review
 * @param post coefficient of the posts' classifier where a text is a post
 * @param postly shift of a post
 * @param lexicon coefficient of the lexicons' verdict
 * @param face coefficient of the lexicons' verdict on emoticons, as far as those learned are silent
 * @param emoticons coefficient of the emoticons' log-odds
 * @param masked change of the words' coefficients when emoticons speak clearly
 * @param strange shift of a text of which little is known
 * @param strangeLexicon further coefficient of the lexicons' verdict on such a text
 * @param familiar share of known features above which a text is not strange at all, 0 to 1
 * @param threshold below this confidence the classifier abstains, 0.5 to 1
 */
public record Joint(
    double bias,
    double review,
    double post,
    double postly,
    double lexicon,
    double face,
    double emoticons,
    double masked,
    double strange,
    double strangeLexicon,
    double familiar,
    double threshold) {
  /** Terms that are fitted, the bias among them: the first components. */
  public static final int TERMS = 8;

  /** Which term is the lexicons' verdict on emoticons. */
  public static final int FACE_TERM = 5;

  private static final double RANGE = 0.06;

  private static final double CLEAR = 3;

  /** The same with its first components replaced, in their order. */
  public Joint withFitted(double[] c) {
    return new Joint(
        c[0],
        c[1],
        c[2],
        c[3],
        c[4],
        c[5],
        c[6],
        c[7],
        strange,
        strangeLexicon,
        familiar,
        threshold);
  }

  /** A joint that hears the words alone and never abstains. */
  public static Joint unfitted() {
    return new Joint(0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0.5);
  }

  /**
   * What the first components multiply, in their order.
   *
   * @param lexicon verdict of words, -1 to 1
   * @param face lexicons' verdict of emoticons, -1 to 1
   */
  public static double[] terms(TextEvidence e, double lexicon, double face) {
    double review = e.review() * (1 - e.postly());
    double post = e.post() * e.postly();
    double heard = heard(e);
    return new double[] {
      1,
      review,
      post,
      e.postly(),
      lexicon,
      face * (1 - heard),
      e.emoticons(),
      (review + post) * heard
    };
  }

  /** All components in their order. */
  double[] components() {
    return new double[] {
      bias,
      review,
      post,
      postly,
      lexicon,
      face,
      emoticons,
      masked,
      strange,
      strangeLexicon,
      familiar,
      threshold
    };
  }

  /** The reverse of {@link #components}. */
  static Joint ofComponents(double[] c) {
    return new Joint(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10], c[11]);
  }

  /** Calibrated log-odds that a text is positive. */
  double logOdds(TextEvidence e, double lexicon, double face, boolean named) {
    double words = words(e);
    double heard = heard(e);
    double strangeness = strangeness(e, named);
    double unweighted = e.review() * (1 - e.postly()) + e.post() * e.postly();
    return bias
        + words
        + postly * e.postly()
        + this.lexicon * lexicon
        + this.face * face * (1 - heard)
        + emoticons * e.emoticons()
        + masked * unweighted * heard
        + strangeness * (strange + strangeLexicon * lexicon);
  }

  private static double heard(TextEvidence e) {
    return Math.min(1, Math.abs(e.emoticons()) / CLEAR);
  }

  /** Posts that name nothing for sale are what the classifier of posts has learned. */
  private double strangeness(TextEvidence e, boolean named) {
    double unknown = Math.clamp((familiar - e.known()) / RANGE, 0, 1);
    return unknown * (named ? 1 : 1 - e.postly()) * (1 - heard(e));
  }

  /** The words' part of the log-odds. */
  double words(TextEvidence e) {
    return review * e.review() * (1 - e.postly()) + post * e.post() * e.postly();
  }
}
