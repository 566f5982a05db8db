package io.tidewatch.nlp.weights;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The frame of a model's file: gzip, magic number, format, then what the model writes itself.
 *
 * @param name of the model; it ships as {@code name.bin} beside its class
 * @param magic number that no other kind of model has
 * @param format version of what follows
 */
public record ModelFile(String name, int magic, int format) {
  private static final int BUFFER = 1 << 16;

  /** Reads a model from a stream. */
  @FunctionalInterface
  public interface Reader<M> {
    M read(InputStream in) throws IOException;
  }

  /** Writes what stands behind the frame. */
  @FunctionalInterface
  public interface Body {
    void write(DataOutputStream data) throws IOException;
  }

  /**
   * The model inside the product.
   *
   * @param type beside whose class the file lies
   */
  public <M> M shipped(Class<M> type, Reader<M> reader) {
    try (InputStream in = type.getResourceAsStream(name + ".bin")) {
      if (in == null) {
        throw new IllegalStateException(name + ".bin: the shipped model is missing");
      }
      return reader.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(name + ".bin: cannot be read", e);
    }
  }

  /** What stands behind the frame; another frame is an {@link IOException}. */
  public DataInputStream open(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(new GZIPInputStream(in, BUFFER));
    if (data.readInt() != magic || data.readInt() != format) {
      throw new IOException(name + " model: magic number and format " + format + " are required");
    }
    return data;
  }

  /** Writes frame and body; {@code out} stays open. */
  public void write(OutputStream out, Body body) throws IOException {
    GZIPOutputStream zip = new GZIPOutputStream(out);
    DataOutputStream data = new DataOutputStream(zip);
    data.writeInt(magic);
    data.writeInt(format);
    body.write(data);
    data.flush();
    zip.finish();
  }
}
