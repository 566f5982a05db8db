package io.tidewatch.model.catalogue;

import java.util.List;

/**
 * A brand.
 *
 * @param id lower-case Latin identifier
 * @param name the name people usually write
 * @param categories category ids
 * @param rivals ids of brands a buyer compares it with
 */
public record Brand(
    String id, String name, List<String> aliases, List<String> categories, List<String> rivals) {

  public Brand {
    aliases = List.copyOf(aliases);
    categories = List.copyOf(categories);
    rivals = List.copyOf(rivals);
  }
}
