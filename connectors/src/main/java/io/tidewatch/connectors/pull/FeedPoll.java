package io.tidewatch.connectors.pull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.tidewatch.connectors.intake.IntakeCounts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads an RSS or Atom feed. Each entry becomes an object with {@code id}, {@code link}, {@code
 * title}, {@code text} (title and content without mark-up), {@code author}, {@code published} and
 * {@code categories}, which a format map turns into a record.
 */
final class FeedPoll implements Poll {
  private final SourceConfig source;
  private final Pages pages;
  private final PageIntake intake;

  FeedPoll(SourceConfig source, Pages pages, PageIntake intake) {
    this.source = source;
    this.pages = pages;
    this.intake = intake;
  }

  @Override
  public IntakeCounts run() {
    URI address = URI.create(Objects.requireNonNull(source.url()));
    Pages.Page page = pages.get(address, source.headers(), source.timeout());
    SyndFeed feed;
    try {
      String type = page.contentType().isEmpty() ? "application/xml" : page.contentType();
      feed = new SyndFeedInput()
          .build(new XmlReader(new ByteArrayInputStream(page.body()), type, true));
    } catch (FeedException | IOException | IllegalArgumentException e) {
      String message = "the answer is no RSS or Atom feed: " + e.getMessage();
      intake.refuse(page.body(), 0, message);
      throw new PullException(message, e);
    }
    return intake.accept(feed.getEntries().stream().map(FeedPoll::object).toList(), 0);
  }

  private static ObjectNode object(SyndEntry entry) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    put(object, "id", entry.getUri() == null ? entry.getLink() : entry.getUri());
    put(object, "link", entry.getLink());
    put(object, "title", entry.getTitle());
    put(object, "author", entry.getAuthor());
    Date published =
        entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
    put(object, "published", published == null ? null : published.toInstant().toString());
    put(object, "text", text(entry));
    put(
        object,
        "categories",
        entry.getCategories().stream()
            .map(SyndCategory::getName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("|")));
    return object;
  }

  private static String text(SyndEntry entry) {
    List<SyndContent> contents = entry.getContents();
    SyndContent body = contents.isEmpty() ? entry.getDescription() : contents.getFirst();
    String title = entry.getTitle() == null ? "" : PlainText.of(entry.getTitle());
    String text = body == null || body.getValue() == null ? "" : PlainText.of(body.getValue());
    if (text.isEmpty() || text.startsWith(title)) {
      return text.isEmpty() ? title : text;
    }
    return title.isEmpty() ? text : title + "\n" + text;
  }

  private static void put(ObjectNode object, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      object.put(name, value.strip());
    }
  }
}
