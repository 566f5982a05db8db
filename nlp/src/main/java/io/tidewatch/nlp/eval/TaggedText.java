package io.tidewatch.nlp.eval;

import io.tidewatch.model.annotation.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text with tagged spans, from files of one character and one BIO or BIOES tag a line, blank lines
 * between texts. Types that begin with HP, BRAND or COMPANY are brands; HC, XH, PRODUCT are
 * products; others are left out.
 */
record TaggedText(String text, List<Tag> tags) {

  record Tag(Span span, String kind) {}

  static List<TaggedText> read(Path file) throws IOException {
    var texts = new ArrayList<TaggedText>();
    var characters = new ArrayList<String>();
    var labels = new ArrayList<String>();
    try (BufferedReader reader = io.tidewatch.nlp.train.LabelledFiles.open(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.strip().split("\\s+", -1);
        if (cells.length < 2) {
          finish(characters, labels, texts);
        } else {
          characters.add(
              cells[0].length() > 1 && Character.isDigit(cells[0].charAt(1))
                  ? cells[0].substring(0, 1)
                  : cells[0]);
          labels.add(cells[cells.length - 1]);
        }
      }
    }
    finish(characters, labels, texts);
    return texts;
  }

  private static void finish(List<String> characters, List<String> labels, List<TaggedText> into) {
    if (characters.isEmpty()) {
      return;
    }
    var text = new StringBuilder();
    var tags = new ArrayList<Tag>();
    int start = -1;
    String type = "";
    for (int i = 0; i <= labels.size(); i++) {
      String label = i == labels.size() ? "O" : labels.get(i);
      boolean inside = label.startsWith("I-") || label.startsWith("M-") || label.startsWith("E-");
      if (start >= 0 && !inside) {
        String kind = kind(type);
        if (kind != null) {
          tags.add(new Tag(new Span(start, text.length()), kind));
        }
        start = -1;
      }
      if (label.startsWith("B-") || label.startsWith("S-")) {
        start = text.length();
        type = label.substring(2);
      }
      if (i < characters.size()) {
        text.append(characters.get(i));
      }
    }
    into.add(new TaggedText(text.toString(), List.copyOf(tags)));
    characters.clear();
    labels.clear();
  }

  private static @Nullable String kind(String type) {
    String upper = type.toUpperCase(Locale.ROOT);
    if (upper.startsWith("HP") || upper.startsWith("BRAND") || upper.startsWith("COMPANY")) {
      return "brand";
    }
    return upper.startsWith("HC") || upper.startsWith("XH") || upper.startsWith("PRODUCT")
        ? "product"
        : null;
  }
}
