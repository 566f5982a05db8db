package io.tidewatch.audience.facts;

/** The numbered texts of packed facts. */
record Dictionaries(
    Names users, Names products, Names brands, Names categories, Names keywords, Names channels) {
  Dictionaries() {
    this(new Names(), new Names(), new Names(), new Names(), new Names(), new Names());
  }
}
