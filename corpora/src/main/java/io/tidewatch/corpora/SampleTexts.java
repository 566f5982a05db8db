package io.tidewatch.corpora;

import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.annotation.Polarity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sample texts as their files hold them: posts, reviews, templates, events, queries and titles
 * of a hot list. Everything was written for this project. Lists are in file order.
 */
public record SampleTexts(
    List<SamplePost> posts,
    List<SampleReview> reviews,
    List<Template> templates,
    List<HotEvent> events,
    List<SampleQuery> queries,
    List<HotTitle> titles) {

  /** The category of templates that suit every category. */
  public static final String ANY_CATEGORY = "*";

  static final String POSTS = "samples/posts.jsonl";
  static final String REVIEWS = "samples/reviews.jsonl";

  public SampleTexts {
    posts = List.copyOf(posts);
    reviews = List.copyOf(reviews);
    templates = List.copyOf(templates);
    events = List.copyOf(events);
    queries = List.copyOf(queries);
    titles = List.copyOf(titles);
  }

  /** The texts inside the product. */
  public static SampleTexts shipped() {
    return read(CorpusFiles.shipped());
  }

  /**
   * Reads {@code samples/*.jsonl} of {@code files}.
   *
   * @throws MalformedCorpusException naming file, line and rule
   */
  public static SampleTexts read(CorpusFiles files) {
    return new SampleTexts(
        JsonRows.read(
            files, POSTS, Set.of("n", "categories", "text", "intent", "gold"), SamplePost::of),
        JsonRows.read(
            files,
            REVIEWS,
            Set.of("n", "product", "brand", "category", "rating", "text", "gold"),
            SampleReview::of),
        JsonRows.read(
            files, "samples/templates.jsonl", Set.of("kind", "category", "text"), Template::of),
        JsonRows.read(
            files,
            "samples/hot-events.jsonl",
            Set.of("category", "brand", "title", "templates"),
            HotEvent::of),
        JsonRows.read(
            files,
            "samples/queries.jsonl",
            Set.of("category", "query", "kind", "brands"),
            SampleQuery::of),
        JsonRows.read(
            files,
            "samples/hot-titles.jsonl",
            Set.of("title"),
            row -> new HotTitle(row.required("title"))));
  }

  /**
   * A microblog post.
   *
   * @param number its number in the file
   * @param categories category ids, often one, none for a text about nothing on sale
   * @param line 1-based line in the file
   */
  public record SamplePost(
      int number,
      long line,
      List<String> categories,
      String text,
      Intent intent,
      @Nullable Gold gold) {
    public SamplePost {
      categories = List.copyOf(categories);
    }

    private static SamplePost of(JsonRows.Row row) {
      return new SamplePost(
          row.integer("n", 1, Integer.MAX_VALUE),
          row.line(),
          row.texts("categories"),
          row.required("text"),
          row.oneOf("intent", Intent.class),
          Gold.of(row));
    }
  }

  /** A review; {@code product} and {@code brand} are names. {@code rating} is 1 to 5 stars. */
  public record SampleReview(
      int number,
      long line,
      String product,
      String brand,
      String category,
      int rating,
      String text,
      @Nullable Gold gold) {

    private static SampleReview of(JsonRows.Row row) {
      return new SampleReview(
          row.integer("n", 1, Integer.MAX_VALUE),
          row.line(),
          row.required("product"),
          row.required("brand"),
          row.required("category"),
          row.integer("rating", 1, 5),
          row.required("text"),
          Gold.of(row));
    }
  }

  /** What a template says. */
  public enum TemplateKind {
    PRAISE,
    COMPLAINT,
    NEUTRAL,
    COMPARISON,
    QUESTION,
    PURCHASE_INTENTION,
    PREVIEW,
    ADVERTISEMENT
  }

  /** A post with {@code {brand}}, {@code {product}} or {@code {rival}} left open. */
  public record Template(TemplateKind kind, String category, String text) {

    private static Template of(JsonRows.Row row) {
      String text = row.required("text");
      if (!text.contains("{brand}") && !text.contains("{product}")) {
        throw row.malformed("text must hold {brand} or {product}");
      }
      checkSlots(row, text);
      return new Template(row.oneOf("kind", TemplateKind.class), row.required("category"), text);
    }

    /** The text with its slots filled. */
    public String fill(String brand, String product, String rival) {
      return text.replace("{brand}", brand).replace("{product}", product).replace("{rival}", rival);
    }
  }

  /** Something that makes many people write about a brand at once. */
  public record HotEvent(String category, String brand, String title, List<String> templates) {
    public HotEvent {
      templates = List.copyOf(templates);
    }

    private static HotEvent of(JsonRows.Row row) {
      var event = new HotEvent(
          row.required("category"),
          row.required("brand"),
          row.required("title"),
          row.texts("templates"));
      if (event.templates().isEmpty()) {
        throw row.malformed("templates must not be empty");
      }
      event.templates().forEach(t -> checkSlots(row, t));
      return event;
    }
  }

  /** What a query asks for. */
  public enum QueryKind {
    GENERIC,
    ATTRIBUTE,
    SCENE,
    BRAND,
    PRODUCT
  }

  /** A shop query; {@code brands} are the names of the brands it names. */
  public record SampleQuery(String category, String query, QueryKind kind, List<String> brands) {
    public SampleQuery {
      brands = List.copyOf(brands);
    }

    private static SampleQuery of(JsonRows.Row row) {
      return new SampleQuery(
          row.required("category"),
          row.required("query"),
          row.oneOf("kind", QueryKind.class),
          row.texts("brands"));
    }
  }

  /** A title of a hot list that names no brand. */
  public record HotTitle(String title) {}

  /** What annotators agreed on for one text; see {@link GoldTexts} for offsets and ids. */
  public record Gold(
      Polarity sentiment, Intent intent, List<GoldMention> mentions, List<GoldAspect> aspects) {
    public Gold {
      mentions = List.copyOf(mentions);
      aspects = List.copyOf(aspects);
    }

    private static @Nullable Gold of(JsonRows.Row text) {
      JsonRows.Row gold = text.row("gold", Set.of("sentiment", "intent", "mentions", "aspects"));
      return gold == null
          ? null
          : new Gold(
              gold.oneOf("sentiment", Polarity.class),
              gold.oneOf("intent", Intent.class),
              gold.rows("mentions", Set.of("surface", "nth", "kind", "entity", "polarity")).stream()
                  .map(GoldMention::of)
                  .toList(),
              gold
                  .rows(
                      "aspects",
                      Set.of(
                          "surface",
                          "nth",
                          "aspect",
                          "opinion",
                          "opinionNth",
                          "polarity",
                          "target"))
                  .stream()
                  .map(GoldAspect::of)
                  .toList());
    }
  }

  /** The {@code nth} occurrence, 1-based, of {@code surface}; {@code entity} is a name. */
  public record GoldMention(
      String surface, int nth, MentionKind kind, String entity, Polarity polarity) {

    private static GoldMention of(JsonRows.Row row) {
      return new GoldMention(
          row.required("surface"),
          row.integer("nth", 1, 99),
          row.oneOf("kind", MentionKind.class),
          row.required("entity"),
          row.oneOf("polarity", Polarity.class));
    }
  }

  /** {@code target} is the surface of a mention; null is the reviewed product, or nothing near. */
  public record GoldAspect(
      String surface,
      int nth,
      String aspect,
      @Nullable String opinion,
      int opinionNth,
      Polarity polarity,
      @Nullable String target) {

    private static GoldAspect of(JsonRows.Row row) {
      String opinion = row.optional("opinion");
      return new GoldAspect(
          row.required("surface"),
          row.integer("nth", 1, 99),
          row.required("aspect"),
          opinion,
          opinion == null ? 1 : row.integer("opinionNth", 1, 99),
          row.oneOf("polarity", Polarity.class),
          row.optional("target"));
    }
  }

  private static void checkSlots(JsonRows.Row row, String text) {
    String rest = text.replace("{brand}", "").replace("{product}", "").replace("{rival}", "");
    if (rest.contains("{") || rest.contains("}")) {
      throw row.malformed("only {brand}, {product} and {rival} may stand in braces");
    }
  }
}
