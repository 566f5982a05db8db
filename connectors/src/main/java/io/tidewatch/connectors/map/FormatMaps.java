package io.tidewatch.connectors.map;

import io.tidewatch.connectors.decode.RecordDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The format maps that ship, and the reader of a customer's own. Safe from any thread. */
public final class FormatMaps {
  private static final List<String> SHIPPED = List.of(
      "weibo-hot-hourly",
      "weibo-hot-description",
      "weibo-hot-daily",
      "online-shopping-reviews",
      "jd-phone-reviews",
      "keyword-report",
      "tmall-double11-cosmetics",
      "feed-posts");

  private final FormatMapReader reader;
  private final List<FormatMap> shipped;

  /** Reads the shipped maps; their record types are those that {@code decoder} knows. */
  public FormatMaps(RecordDecoder decoder) {
    this.reader = new FormatMapReader(decoder.types());
    this.shipped = SHIPPED.stream().map(this::resource).toList();
  }

  /** In the order in which they are tried. */
  public List<FormatMap> shipped() {
    return shipped;
  }

  /**
   * A shipped map by name, or a map of one's own by the path of its file.
   *
   * @throws IllegalArgumentException when there is none, or when the file breaks a rule
   */
  public FormatMap find(String nameOrPath) {
    for (FormatMap map : shipped) {
      if (map.name().equals(nameOrPath)) {
        return map;
      }
    }
    Path file = Path.of(nameOrPath);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("format: records, ubi, "
          + String.join(", ", SHIPPED)
          + " or the path of a format map is expected, got "
          + nameOrPath);
    }
    return read(file);
  }

  /** A map from a YAML file; its name is the file's path. */
  public FormatMap read(Path file) {
    try {
      return reader.read(Files.readString(file), file.toString(), file.toString());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "map: a readable UTF-8 file is expected, got " + file + " (" + e.getMessage() + ")", e);
    }
  }

  /** A map from YAML text. */
  public FormatMap parse(String yaml, String name) {
    return reader.read(yaml, name, name);
  }

  /** The shipped map whose required columns all stand among the headings; the fullest match. */
  public Optional<FormatMap> detect(FormatMap.Kind kind, List<String> headings) {
    return shipped.stream()
        .filter(FormatMap::header)
        .filter(m -> m.kinds().contains(kind))
        .filter(m -> m.missing(m.logical(headings)).isEmpty())
        .max(Comparator.comparingInt(m -> m.required().size()));
  }

  private FormatMap resource(String name) {
    String file = "maps/" + name + ".yaml";
    try (InputStream in =
        FormatMaps.class.getResourceAsStream("/io/tidewatch/connectors/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + file);
      }
      return reader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), name, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
