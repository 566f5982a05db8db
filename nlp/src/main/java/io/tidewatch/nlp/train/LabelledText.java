package io.tidewatch.nlp.train;

/**
 * A text with its label.
 *
 * @param domain name of the folder or file, and of the category when there is one
 */
public record LabelledText(String domain, String text, boolean positive) {}
