package io.tidewatch.keywords.query;

import io.tidewatch.model.query.QueryPart;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a query asks for.
 *
 * @param text the normal form
 * @param spans the parts in order; spaces and signs belong to none
 * @param parts what the query as a whole says: brand, product, category and scene as far as they
 *     occur; a product stands for its brand and for the plain noun of its kind too, but not for
 *     accessories; only without all of these {@link QueryPart#ATTRIBUTE}, else
 *     {@link QueryPart#OTHER}
 * @param root what is to be bought: the last kind of goods; without one the product, else the brand,
 *     else the text itself
 */
public record TypedQuery(String text, List<TypedSpan> spans, Set<QueryPart> parts, String root) {

  public TypedQuery {
    spans = List.copyOf(spans);
    parts = Set.copyOf(parts);
  }

  /** The parts joined by {@code +} in the order of {@link QueryPart}, such as {@code brand+category}. */
  public String type() {
    return (parts.isEmpty() ? EnumSet.of(QueryPart.OTHER) : EnumSet.copyOf(parts))
        .stream().map(QueryPart::label).collect(Collectors.joining("+"));
  }
}
