package io.tidewatch.model.catalogue;

import java.util.List;

/**
 * How to decide an alias that also means something else.
 *
 * @param linkByDefault what to do when the text holds no word of either list
 * @param support words that make the alias the entity
 * @param against words, or longer phrases that contain the alias, that make it something else
 */
public record AliasRule(
    String alias,
    String entityId,
    boolean linkByDefault,
    List<String> support,
    List<String> against) {

  public AliasRule {
    support = List.copyOf(support);
    against = List.copyOf(against);
  }
}
