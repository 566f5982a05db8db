package io.tidewatch.connectors.file;

import io.tidewatch.connectors.decode.RecordDecoder;
import io.tidewatch.connectors.intake.Layout;
import io.tidewatch.connectors.intake.LayoutDecoder;
import io.tidewatch.connectors.map.FormatMap;
import io.tidewatch.connectors.map.FormatMap.Kind;
import io.tidewatch.connectors.map.FormatMaps;
import io.tidewatch.model.query.TitleWords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens a file with the reader that its format asks for. Safe from any thread. */
public final class ItemReaders {
  private static final List<Charset> USUAL =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
  private static final int HEADER_SEARCH = 20;

  private final RecordDecoder decoder;
  private final FormatMaps maps;
  private final int limit;
  private final TitleWords words;

  /**
   * @param limit size of one record in bytes
   * @param words cuts titles of products
   */
  public ItemReaders(RecordDecoder decoder, FormatMaps maps, int limit, TitleWords words) {
    this.decoder = decoder;
    this.maps = maps;
    this.limit = limit;
    this.words = words;
  }

  int limit() {
    return limit;
  }

  /** The maps it reads by. */
  public FormatMaps maps() {
    return maps;
  }

  /** A decoder of raw records in this layout; {@code source} is for records that name none. */
  public LayoutDecoder decoder(
      Layout layout, String where, @Nullable String source, @Nullable FormatMap map) {
    var cells = new Cells(
        layout.delimiter() == null ? ',' : layout.delimiter(), map == null ? null : map.quote());
    return new LayoutDecoder(decoder, layout, where, source, map, cells::of);
  }

  /** {@code map} null means plain records. */
  ItemReader open(Member member, @Nullable FormatMap map, @Nullable String source)
      throws IOException, UnknownFormatException {
    Kind kind = kind(member);
    if (map == null) {
      return records(member, kind, source);
    }
    ItemReader rows = rows(member, kind, map, source);
    return map.titles()
        ? new TitleSalesReader(
            rows, words, decoder(Layout.records(Layout.Form.LINE), member.label(), source, null))
        : rows;
  }

  private ItemReader rows(Member member, Kind kind, FormatMap map, @Nullable String source)
      throws IOException, UnknownFormatException {
    if (kind == Kind.XLSX) {
      need(map, member, Kind.XLSX);
      return new XlsxReader(
          new XlsxRows(member.asFile(), map.sheet()),
          map,
          layout -> decoder(layout, member.label(), source, map));
    }
    if (map.kinds().contains(Kind.DELIMITED)) {
      return delimited(member, map, source);
    }
    Charsets charsets = Charsets.of(member.in(), map.charsets());
    String charset = charsets.charset().name();
    if (kind == Kind.JSONL || !map.kinds().contains(Kind.JSON)) {
      need(map, member, map.kinds().contains(Kind.JSON) ? Kind.JSON : Kind.JSONL);
      var layout = new Layout(map.name(), Layout.Form.LINE, charset, null, List.of());
      return new LinesReader(
          new LineSplitter(charsets.stream(), limit, null, ','),
          List.of(),
          decoder(layout, member.label(), source, map));
    }
    var layout = new Layout(map.name(), Layout.Form.OBJECT, charset, null, List.of());
    return new JsonReader(
        charsets.stream(),
        charsets.charset(),
        map.items(),
        decoder(layout, member.label(), source, map),
        limit);
  }

  private ItemReader records(Member member, Kind kind, @Nullable String source) throws IOException {
    boolean whole = kind == Kind.JSON;
    Layout layout = Layout.records(whole ? Layout.Form.OBJECT : Layout.Form.LINE);
    var decoding = decoder(layout, member.label(), source, null);
    Charsets charsets = Charsets.of(member.in(), List.of(StandardCharsets.UTF_8));
    return whole
        ? new JsonReader(charsets.stream(), charsets.charset(), null, decoding, limit)
        : new LinesReader(
            new LineSplitter(charsets.stream(), limit, null, ','), List.of(), decoding);
  }

  private ItemReader delimited(Member member, FormatMap map, @Nullable String source)
      throws IOException {
    char delimiter =
        map.delimiter() == null ? Delimiters.guess(member) : map.delimiter().charValue();
    Charsets charsets = Charsets.of(member.in(), map.charsets());
    var lines = new LineSplitter(charsets.stream(), limit, map.quote(), delimiter);
    var cells = new Cells(delimiter, map.quote());
    var read = new ArrayList<RawLine>();
    List<String> headings = List.of();
    if (map.header()) {
      headings = header(map, lines, cells, charsets.charset(), read);
    }
    var layout =
        new Layout(map.name(), Layout.Form.LINE, charsets.charset().name(), delimiter, headings);
    return new LinesReader(lines, read, decoder(layout, member.label(), source, map));
  }

  /** Leaves in {@code read} the lines below the header that were read to find it. */
  private static List<String> header(
      FormatMap map, LineSplitter lines, Cells cells, Charset charset, List<RawLine> read) {
    var rows = new ArrayList<List<String>>();
    while (rows.size() < map.headerWithin()) {
      RawLine line = lines.next();
      if (line == null) {
        break;
      }
      if (!line.isBlank()) {
        read.add(line);
        rows.add(cells(line, cells, charset));
      }
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    int header = Headings.find(map, rows);
    read.subList(0, header + 1).clear();
    return rows.get(header);
  }

  private static List<String> cells(RawLine line, Cells cells, Charset charset) {
    try {
      return cells.of(Charsets.decode(line.bytes(), charset)).stream()
          .map(String::strip)
          .toList();
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return List.of(new String(line.bytes(), charset));
    }
  }

  /** The shipped map that fits a table's header; empty means plain records. */
  Optional<FormatMap> detect(Member member) throws IOException, UnknownFormatException {
    Kind kind = kind(member);
    if (kind == Kind.JSON || kind == Kind.JSONL) {
      return Optional.empty();
    }
    List<List<String>> rows = kind == Kind.XLSX ? sheetRows(member) : tableRows(member);
    for (List<String> row : rows) {
      Optional<FormatMap> map = maps.detect(kind, row);
      if (map.isPresent()) {
        return map;
      }
    }
    String first = rows.isEmpty() ? "nothing" : String.join(", ", rows.getFirst());
    throw new UnknownFormatException(member.label()
        + ": no shipped format has these columns; name one with --format or describe the file"
        + " in a map with --map, got "
        + first.substring(0, Math.min(120, first.length())));
  }

  private static List<List<String>> sheetRows(Member member) throws IOException {
    try (XlsxRows rows = new XlsxRows(member.asFile(), null)) {
      return rows.peek(HEADER_SEARCH).stream().map(List::copyOf).toList();
    }
  }

  private static List<List<String>> tableRows(Member member) throws IOException {
    char delimiter = Delimiters.guess(member);
    Charsets charsets = Charsets.of(new ByteArrayInputStream(member.sample()), USUAL);
    var rows = new ArrayList<List<String>>();
    try (var lines = new LineSplitter(charsets.stream(), 1 << 16, '"', delimiter)) {
      var cells = new Cells(delimiter, '"');
      RawLine line = lines.next();
      while (line != null && rows.size() < HEADER_SEARCH) {
        rows.add(cells(line, cells, charsets.charset()));
        line = lines.next();
      }
    }
    return rows;
  }

  private static Kind kind(Member member) throws IOException {
    return switch (member.extension()) {
      case "xlsx", "xlsm" -> Kind.XLSX;
      case "jsonl", "ndjson" -> Kind.JSONL;
      case "json" -> Delimiters.isJsonLines(member) ? Kind.JSONL : Kind.JSON;
      default -> Kind.DELIMITED;
    };
  }

  private static void need(FormatMap map, Member member, Kind kind) throws UnknownFormatException {
    if (!map.kinds().contains(kind)) {
      throw new UnknownFormatException(
          member.label() + ": the format " + map.name() + " does not read such files");
    }
  }
}
