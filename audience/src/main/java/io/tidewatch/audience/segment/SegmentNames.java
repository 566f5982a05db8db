package io.tidewatch.audience.segment;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.catalogue.Resolution;

/** Gives the ids of things that people name. */
public interface SegmentNames {
  /** What is named by its id already. */
  SegmentNames IDS = new SegmentNames() {
    @Override
    public String entity(EntityKind kind, String name) {
      return name;
    }

    @Override
    public String category(String name) {
      return name;
    }
  };

  /**
   * A brand or product.
   *
   * @throws IllegalArgumentException when not exactly one has that id, name or alias
   */
  String entity(EntityKind kind, String name);

  /** As {@link #entity}, for a category. */
  String category(String name);

  /** By ids, names and aliases of a catalogue. */
  static SegmentNames of(Catalogue catalogue) {
    return new SegmentNames() {
      @Override
      public String entity(EntityKind kind, String name) {
        String what = kind.name().toLowerCase(java.util.Locale.ROOT);
        return switch (catalogue.resolve(name, kind)) {
          case Resolution.Found found -> found.id();
          case Resolution.Ambiguous ambiguous ->
            throw new IllegalArgumentException(what
                + ": the id, name or alias of exactly one is required, got " + name
                + ", which may be " + String.join(", ", ambiguous.candidates()));
          case Resolution.Unknown unknown ->
            throw new IllegalArgumentException(what
                + ": the id, name or alias of a " + what + " is required, got " + name
                + (unknown.nearest().isEmpty()
                    ? ""
                    : "; near it are " + String.join(", ", unknown.nearest())));
        };
      }

      @Override
      public String category(String name) {
        return catalogue
            .findCategory(name)
            .map(Category::id)
            .orElseThrow(() -> new IllegalArgumentException(
                "category: a category id or name is required, got " + name));
      }
    };
  }
}
