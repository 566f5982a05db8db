package io.tidewatch.nlp.eval;

/** A text that the fast lane gets wrong, with what was expected and what came. */
public record LosingCase(String data, String text, String expected, String actual) {}
