package io.tidewatch.nlp.train;

import io.tidewatch.model.annotation.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text with tagged spans, from files of one character and one tag a line, blank lines between
 * texts. The tag is what follows the last space or tab; the character is what stands before it and
 * may itself be a space. Tags are {@code O} and {@code B-}, {@code I-}, {@code M-}, {@code E-},
 * {@code S-} with a type, as in BIO and BIOES; any other is an error with its line. An inside or end
 * without a begin of its type begins a span, as in CoNLL's own scorer.
 *
 * <p>Types that begin with HP, BRAND or COMPANY are brands, HC or PRODUCT are products; other types
 * are kept and are neither.
 */
public record TaggedText(String text, List<Tag> tags) {

  public TaggedText {
    tags = List.copyOf(tags);
  }

  /** A span and the type it was tagged with. */
  public record Tag(Span span, String type) {

    /** Whether it is the name of a brand. */
    public boolean brand() {
      String upper = type.toUpperCase(Locale.ROOT);
      return upper.startsWith("HP") || upper.startsWith("BRAND") || upper.startsWith("COMPANY");
    }

    /** Whether it is a product word. */
    public boolean product() {
      String upper = type.toUpperCase(Locale.ROOT);
      return upper.startsWith("HC") || upper.startsWith("PRODUCT");
    }
  }

  /** Spans of brands. */
  public Set<Span> brands() {
    var spans = new HashSet<Span>();
    tags.stream().filter(Tag::brand).forEach(t -> spans.add(t.span()));
    return spans;
  }

  /** Spans of products. */
  public Set<Span> products() {
    var spans = new HashSet<Span>();
    tags.stream().filter(Tag::product).forEach(t -> spans.add(t.span()));
    return spans;
  }

  /**
   * Reads a file, plain or gzip.
   *
   * @throws IllegalArgumentException naming file, line and rule when a line has no tag or an unknown
   *     one
   */
  public static List<TaggedText> read(Path file) throws IOException {
    var texts = new ArrayList<TaggedText>();
    var open = new Builder();
    try (BufferedReader reader = LabelledFiles.open(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank()) {
          open.finish(texts);
        } else {
          open.add(line, file, number);
        }
      }
    }
    open.finish(texts);
    return texts;
  }

  private static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final List<Tag> tags = new ArrayList<>();
    private int start;
    private @Nullable String type;

    private void add(String line, Path file, int number) {
      int cut = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
      String tag = line.substring(cut + 1);
      String named = type(tag);
      if (cut < 1 || named == null) {
        throw new IllegalArgumentException(
            "%s, line %d: a character and O, or B-, I-, M-, E- or S- and a type, is required, got %s"
                .formatted(
                    file.getFileName(),
                    number,
                    line.length() > 60 ? line.substring(0, 60) + "…" : line));
      }
      char part = tag.charAt(0);
      boolean goes = (part == 'I' || part == 'M' || part == 'E') && named.equals(type);
      if (!goes) {
        close();
      }
      if (!goes && !named.isEmpty()) {
        start = text.length();
        type = named;
      }
      text.append(character(line.substring(0, cut)));
      if (part == 'E' || part == 'S') {
        close();
      }
    }

    /** Some sets number a character by its place in the word: 科0 技1. */
    private static String character(String cell) {
      return cell.length() == 2
              && Character.isDigit(cell.charAt(1))
              && !Character.isSurrogate(cell.charAt(0))
          ? cell.substring(0, 1)
          : cell;
    }

    private void close() {
      if (type != null) {
        tags.add(new Tag(new Span(start, text.length()), type));
        type = null;
      }
    }

    private void finish(List<TaggedText> into) {
      close();
      if (!text.isEmpty()) {
        into.add(new TaggedText(text.toString(), tags));
      }
      text.setLength(0);
      tags.clear();
    }

    /** The type of a tag, empty for O; null when it is no tag. */
    private static @Nullable String type(String tag) {
      if (tag.equals("O")) {
        return "";
      }
      return tag.length() > 2 && tag.charAt(1) == '-' && "BIMES".indexOf(tag.charAt(0)) >= 0
          ? tag.substring(2)
          : null;
    }
  }
}
