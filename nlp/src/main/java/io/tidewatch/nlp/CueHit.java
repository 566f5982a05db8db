package io.tidewatch.nlp;

/** A cue found over {@code [start, end)} of the normalised text. */
record CueHit(int start, int end, Cue cue) {}
