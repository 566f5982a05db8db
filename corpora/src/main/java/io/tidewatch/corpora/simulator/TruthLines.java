package io.tidewatch.corpora.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One file of truth: a row of JSON a line. Not safe for several threads. */
final class TruthLines implements Closeable {
  private final ObjectWriter json;
  private final Writer out;

  private TruthLines(Writer out) {
    this.out = out;
    this.json = JsonMapper.builder()
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .addModule(new SimpleModule()
            .addSerializer(LocalDate.class, ToStringSerializer.instance)
            .addSerializer(Instant.class, new Times()))
        .build()
        .writer();
  }

  /** Begins a file, under a name that says it is not complete, and adds its name to the list. */
  static TruthLines open(Path directory, String name, List<String> names) throws IOException {
    names.add(name);
    return new TruthLines(Files.newBufferedWriter(
        directory.resolve(name + SimulatorFiles.PART), StandardCharsets.UTF_8));
  }

  void write(Object row) {
    try {
      out.write(json.writeValueAsString(row));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("the truth cannot be written", e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static final class Times extends JsonSerializer<Instant> {
    private final LocalTimes times = new LocalTimes();

    @Override
    public void serialize(Instant value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeString(times.format(value));
    }
  }
}
