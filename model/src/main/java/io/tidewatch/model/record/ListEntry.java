package io.tidewatch.model.record;

import io.tidewatch.model.document.CountingUnit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One sighting of a title on a ranked list such as hot search. All sightings of a title on one
 * local day share the id and become one document, counted once at the first sighting; each later
 * one adds its heat.
 *
 * @param id title and local date
 * @param title the title on the list, which is also what is counted
 * @param text what is indexed: the title, or the title with its description
 * @param publishedAt when the title was seen on the list
 * @param heat the list's own figure of attention; null when the list gives none
 * @param rank 1 is the top of the list; null when not given
 * @param category the list's own category; null when not given
 * @param advertisement the list marks the entry as paid for; such entries are kept but never rising
 */
public record ListEntry(
    Envelope envelope,
    String id,
    String title,
    String text,
    Instant publishedAt,
    @Nullable Long heat,
    @Nullable Integer rank,
    @Nullable String category,
    boolean advertisement)
    implements DocumentRecord {

  @Override
  public String type() {
    return "list_entry";
  }

  @Override
  public @Nullable String authorId() {
    return null;
  }

  @Override
  public CountingUnit unit() {
    return CountingUnit.TITLES;
  }

  @Override
  public String unitKey() {
    return title;
  }
}
