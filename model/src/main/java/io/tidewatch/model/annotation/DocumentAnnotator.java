package io.tidewatch.model.annotation;

import io.tidewatch.model.catalogue.Catalogue;

/**
 * Annotates texts against one dictionary snapshot. Holds no state between calls and is safe from
 * any thread. Any text is acceptable: empty, huge or malformed ones give an annotation with valid
 * offsets, never an exception.
 */
public interface DocumentAnnotator {

  /** The snapshot that this annotator was built for. */
  Catalogue catalogue();

  /** Annotates {@code text}; {@code hints} is what is known besides the text. */
  Annotation annotate(String text, Hints hints);
}
