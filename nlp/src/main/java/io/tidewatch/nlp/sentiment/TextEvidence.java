package io.tidewatch.nlp.sentiment;

/**
 * What the classifiers say of a text, before it is joined.
 *
 * @param review score of the classifier of reviews, unbounded; 0 for a text without features
 * @param post score of the classifier of posts, unbounded
 * @param postly how much the text reads like a post, 0 to 1
 * @param known share of its features that the classifier of reviews has learned, 0 to 1
 * @param emoticons log-odds of the emoticons; 0 when there is none that was learned
 */
public record TextEvidence(
    double review, double post, double postly, double known, double emoticons) {}
