package io.tidewatch.connectors.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.tidewatch.connectors.intake.IntakeCounts;
import io.tidewatch.connectors.intake.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON pages until there is no next one. */
final class JsonPoll implements Poll {
  private final SourceConfig source;
  private final String template;
  private final Pages pages;
  private final PageIntake intake;
  private final ObjectReader json = Json.reader();

  JsonPoll(SourceConfig source, Pages pages, PageIntake intake) {
    this.source = source;
    this.template = Objects.requireNonNull(source.url());
    this.pages = pages;
    this.intake = intake;
  }

  @Override
  public IntakeCounts run() {
    IntakeCounts counts = IntakeCounts.NONE;
    Set<URI> asked = new HashSet<>();
    URI next = address("", 1);
    for (int page = 0; next != null; page++) {
      if (!asked.add(next)) {
        throw new PullException("page " + (page + 1) + " leads back to one read before");
      }
      if (page >= source.maxPages()) {
        throw new PullException("there are more than maxPages: " + source.maxPages() + " pages");
      }
      Pages.Page got = pages.get(next, source.headers(), source.timeout());
      JsonNode body = read(got, page);
      List<JsonNode> items = items(body, got, page);
      IntakeCounts brought = intake.accept(items, page);
      counts = counts.plus(brought);
      boolean known = source.stopWhenKnown() && brought.accepted() == 0;
      next = known ? null : next(body, items, page, next);
    }
    return counts;
  }

  private @Nullable URI next(JsonNode body, List<JsonNode> items, int page, URI before) {
    String path = source.cursor();
    if (path != null) {
      JsonNode cursor = at(body, path);
      String value = cursor.isValueNode() && !cursor.isNull() ? cursor.asText() : "";
      if (value.isEmpty() || value.equals("false")) {
        return null;
      }
      return template.contains("${cursor}") && !value.matches("https?://.*")
          ? address(value, page + 2)
          : sameHost(value, before);
    }
    return template.contains("${page}") && !items.isEmpty() ? address("", page + 2) : null;
  }

  /** A link, also a relative one. Headers may hold secrets: a page must not send them elsewhere. */
  private static URI sameHost(String address, URI before) {
    URI next = before.resolve(address);
    if (!Objects.equals(next.getScheme(), before.getScheme())
        || !Objects.equals(next.getAuthority(), before.getAuthority())) {
      throw new PullException("the next page is on another host: " + next.getAuthority());
    }
    return next;
  }

  private URI address(String cursor, int page) {
    return URI.create(template
        .replace("${cursor}", URLEncoder.encode(cursor, StandardCharsets.UTF_8))
        .replace("${page}", String.valueOf(page)));
  }

  private JsonNode read(Pages.Page page, int number) {
    try {
      return json.readTree(page.body());
    } catch (IOException e) {
      throw malformed(page, number, "page " + (number + 1) + " is no JSON");
    }
  }

  private List<JsonNode> items(JsonNode body, Pages.Page page, int number) {
    String path = source.items();
    JsonNode list = path == null ? firstList(body) : at(body, path);
    if (list == null || !list.isArray()) {
      throw malformed(
          page,
          number,
          "page " + (number + 1) + " has no list" + (path == null ? "" : " at " + path));
    }
    var items = new ArrayList<JsonNode>();
    list.forEach(items::add);
    return items;
  }

  private PullException malformed(Pages.Page page, int number, String message) {
    intake.refuse(page.body(), number, message);
    return new PullException(message);
  }

  private static @Nullable JsonNode firstList(JsonNode body) {
    if (body.isArray()) {
      return body;
    }
    for (JsonNode child : body) {
      JsonNode found = child.isContainerNode() ? firstList(child) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static JsonNode at(JsonNode body, String path) {
    JsonNode at = body;
    for (String step : path.split("\\.", -1)) {
      at = at.path(step);
    }
    return at;
  }
}
