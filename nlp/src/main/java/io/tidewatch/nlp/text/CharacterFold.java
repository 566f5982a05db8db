package io.tidewatch.nlp.text;

/** Maps one character to the form in which texts and names are compared. Safe from any thread. */
@FunctionalInterface
public interface CharacterFold {

  /** The folded form of {@code c}: half width, simplified, lower case. */
  char fold(char c);
}
