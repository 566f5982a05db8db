package io.tidewatch.connectors.pull;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the {@code sources:} list.
 *
 * @param name source of the records, and how the entry is called in answers
 * @param path the folder to watch; null for the other kinds
 * @param url where to ask; may hold {@code ${cursor}} or {@code ${page}}; null for a folder
 * @param format {@code records}, a shipped map or the path of one's own; null finds it (folder),
 *     takes {@code feed-posts} (feed) or {@code records} (json)
 * @param every pause between two runs; null when {@code cron} is set
 * @param cron five fields of cron or six of Quartz; null when {@code every} is set
 * @param zone of the cron expression
 * @param headers sent with each request, secrets already put in
 * @param items path to the list in a JSON page; null takes the first list there is
 * @param cursor path to the next cursor in a JSON page; null when pages are counted or single
 * @param stopWhenKnown stop at the first page that brings nothing new: for newest-first answers
 * @param maxPages most pages of one run
 * @param timeout of one request
 */
public record SourceConfig(
    String name,
    Kind kind,
    @Nullable String path,
    @Nullable String url,
    @Nullable String format,
    @Nullable Duration every,
    @Nullable String cron,
    ZoneId zone,
    Map<String, String> headers,
    @Nullable String items,
    @Nullable String cursor,
    boolean stopWhenKnown,
    int maxPages,
    Duration timeout) {

  public SourceConfig {
    headers = Map.copyOf(headers);
  }

  /** What is done at each run. */
  public enum Kind {
    /** Files that appear in a folder are taken in and moved to {@code .done}. */
    FOLDER,
    /** An RSS or Atom feed is read. */
    FEED,
    /** JSON pages are read. */
    JSON
  }

  /** Shown in logs: without headers, for they may hold secrets. */
  @Override
  public String toString() {
    return name + " (" + kind + ")";
  }
}
