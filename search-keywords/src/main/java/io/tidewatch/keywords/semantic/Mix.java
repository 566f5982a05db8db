package io.tidewatch.keywords.semantic;

/**
 * How much each kind of evidence counts; the weights sum to 1.
 *
 * @param meaning cosine of the sentence vectors
 * @param text shared pieces of text
 * @param clicks likeness of what is clicked
 * @param fitted whether the weights were learned from behaviour rather than given
 */
public record Mix(double meaning, double text, double clicks, boolean fitted) {

  /** For a store with too little behaviour to learn from; chosen on half of the shipped wishes. */
  public static final Mix DEFAULT = new Mix(.85, .05, .1, false);

  /** Where there are no vectors. */
  static final Mix BLIND = new Mix(0, .7, .3, false);

  /** 0 to 1; evidence that is missing counts as none. */
  double score(Evidence evidence) {
    Double cosine = evidence.meaning();
    Double likeness = evidence.clicks();
    return meaning * (cosine == null ? 0 : Math.max(0, cosine))
        + text * evidence.text()
        + clicks * (likeness == null ? 0 : likeness);
  }
}
