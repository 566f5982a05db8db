package io.tidewatch.api.strategy;

import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks about a category in a window.
 *
 * @param categoryId of the catalogue; those below it count too
 * @param brandId of the catalogue; null where nobody asks
 * @param lang of texts and names: English for English, else Chinese
 */
public record StrategyQuery(
    String categoryId, @Nullable String brandId, Window window, Locale lang) {
  private static final int LONGEST = 366;

  public StrategyQuery {
    long days = Duration.between(window.from(), window.to()).toDays();
    if (days < 1 || days > LONGEST) {
      throw new IllegalArgumentException("from: 1 to " + LONGEST + " days before the end are"
          + " required, got " + days + " days");
    }
  }

  /** The window of the same length just before. */
  Window before() {
    Duration length = Duration.between(window.from(), window.to());
    return new Window(window.from().minus(length), window.from(), window.zone());
  }

  /** The same local days a year earlier. */
  Window lastYear() {
    return new Window(
        window.from().atZone(window.zone()).minusYears(1).toInstant(),
        window.to().atZone(window.zone()).minusYears(1).toInstant(),
        window.zone());
  }

  /** The category and those below it. */
  Set<String> categories(Catalogue catalogue) {
    var found = new TreeSet<String>();
    found.add(categoryId);
    int before;
    do {
      before = found.size();
      for (Category category : catalogue.categories()) {
        String parent = category.parent();
        if (parent != null && found.contains(parent)) {
          found.add(category.id());
        }
      }
    } while (found.size() > before);
    return found;
  }

  /** The brand. */
  String requiredBrand() {
    if (brandId == null) {
      throw new IllegalArgumentException("brand: an id of the catalogue is required, got none");
    }
    return brandId;
  }
}
