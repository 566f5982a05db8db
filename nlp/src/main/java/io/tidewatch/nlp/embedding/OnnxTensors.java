package io.tidewatch.nlp.embedding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stored tensors of an ONNX file by name, in the file's order. Reads what ONNX's protocol-buffer
 * schema calls {@code ModelProto.graph.initializer}; the graph itself is passed over.
 */
final class OnnxTensors {
  private static final int GRAPH = 7;
  private static final int INITIALIZER = 5;
  private static final int DIMS = 1;
  private static final int FLOATS = 4;
  private static final int INTS = 5;
  private static final int NAME = 8;
  private static final int RAW = 9;

  private final Map<String, Tensor> byName = new LinkedHashMap<>();

  /**
   * One tensor.
   *
   * @param bytes its values, little-endian: a byte each when quantised, else four
   */
  record Tensor(String name, List<Integer> dims, ByteBuffer bytes) {
    Tensor {
      dims = List.copyOf(dims);
    }

    int size() {
      return dims.stream().reduce(1, Math::multiplyExact);
    }
  }

  /**
   * Reads a whole file.
   *
   * @throws IllegalStateException when the bytes are no such file or end early
   */
  static OnnxTensors read(byte[] file) {
    try {
      var tensors = new OnnxTensors();
      var model = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
      while (model.hasRemaining()) {
        long key = varint(model);
        if (key >>> 3 == GRAPH) {
          tensors.graph(message(model));
        } else {
          skip(model, key);
        }
      }
      return tensors;
    } catch (RuntimeException e) {
      throw new IllegalStateException("embedding model: the file is damaged", e);
    }
  }

  /** Names in the file's order. */
  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /**
   * The tensor of that name and shape.
   *
   * @throws IllegalStateException when there is none
   */
  Tensor get(String name, int... dims) {
    Tensor tensor = byName.get(name);
    List<Integer> wanted = java.util.Arrays.stream(dims).boxed().toList();
    if (tensor == null || !tensor.dims().equals(wanted)) {
      throw new IllegalStateException("embedding model: " + name + " of shape " + wanted
          + " is required, got " + (tensor == null ? "nothing" : tensor.dims()));
    }
    return tensor;
  }

  /** The values of a tensor of floats. */
  float[] floats(String name, int... dims) {
    Tensor tensor = get(name, dims);
    var values = new float[tensor.size()];
    tensor.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private void graph(ByteBuffer graph) {
    while (graph.hasRemaining()) {
      long key = varint(graph);
      if (key >>> 3 == INITIALIZER) {
        Tensor tensor = tensor(message(graph));
        byName.put(tensor.name(), tensor);
      } else {
        skip(graph, key);
      }
    }
  }

  private static Tensor tensor(ByteBuffer in) {
    var dims = new ArrayList<Integer>();
    String name = "";
    ByteBuffer bytes = ByteBuffer.allocate(0);
    while (in.hasRemaining()) {
      long key = varint(in);
      switch ((int) (key >>> 3)) {
        case DIMS -> {
          if ((key & 7) == 0) {
            dims.add(Math.toIntExact(varint(in)));
          } else {
            for (ByteBuffer packed = message(in); packed.hasRemaining(); ) {
              dims.add(Math.toIntExact(varint(packed)));
            }
          }
        }
        case FLOATS, RAW -> bytes = message(in);
        case INTS -> bytes = smallNumbers(message(in));
        case NAME -> name = StandardCharsets.UTF_8.decode(message(in)).toString();
        default -> skip(in, key);
      }
    }
    return new Tensor(name, dims, bytes);
  }

  /** Zero points, which the file writes as variable-length numbers, as bytes. */
  private static ByteBuffer smallNumbers(ByteBuffer packed) {
    ByteBuffer bytes = ByteBuffer.allocate(packed.remaining());
    while (packed.hasRemaining()) {
      bytes.put((byte) varint(packed));
    }
    return bytes.flip();
  }

  private static ByteBuffer message(ByteBuffer in) {
    int length = Math.toIntExact(varint(in));
    ByteBuffer part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + length);
    return part;
  }

  private static void skip(ByteBuffer in, long key) {
    switch ((int) (key & 7)) {
      case 0 -> varint(in);
      case 1 -> in.position(in.position() + Long.BYTES);
      case 2 -> message(in);
      case 5 -> in.position(in.position() + Integer.BYTES);
      default -> throw new IllegalArgumentException("wire type " + (key & 7));
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte b = in.get();
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number without an end");
  }
}
