package io.tidewatch.connectors.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML mapping whose keys are asked for by name. It remembers what was asked; {@link #done}
 * refuses the rest. Every error is a {@link YamlFormatException} with file and line. Not safe for
 * concurrent use.
 */
public final class YamlMap {
  private final String file;
  private final MappingNode node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();

  private YamlMap(String file, MappingNode node) {
    this.file = file;
    this.node = node;
    for (NodeTuple tuple : node.getValue()) {
      String key = scalar(tuple.getKeyNode(), "a key");
      if (values.put(key, tuple.getValueNode()) != null) {
        throw at(tuple.getKeyNode(), "the key " + key + " stands here twice");
      }
      keys.put(key, tuple.getKeyNode());
    }
  }

  /** Reads a document whose top is a mapping; {@code file} names it in messages. */
  public static YamlMap parse(String text, String file) {
    try {
      Node top = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (top instanceof MappingNode mapping) {
        return new YamlMap(file, mapping);
      }
      throw new YamlFormatException(file, 1, "a mapping of keys to values is expected");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new YamlFormatException(file, line, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new YamlFormatException(file, 1, "not YAML: " + e.getMessage());
    }
  }

  /** The keys in the order they are written. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  public boolean has(String key) {
    Node value = values.get(key);
    return value != null && !value.getTag().equals(Tag.NULL);
  }

  /** A required text. */
  public String text(String key) {
    String value = textOrNull(key);
    if (value == null) {
      throw at(node, key + " is required");
    }
    return value;
  }

  public @Nullable String textOrNull(String key) {
    Node value = value(key);
    return value == null ? null : scalar(value, key);
  }

  public String text(String key, String otherwise) {
    String value = textOrNull(key);
    return value == null ? otherwise : value;
  }

  /** A list of texts, or one text alone; empty when absent. */
  public List<String> texts(String key) {
    Node value = value(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof SequenceNode list) {
      var texts = new ArrayList<String>();
      for (Node item : list.getValue()) {
        texts.add(scalar(item, key));
      }
      return List.copyOf(texts);
    }
    return List.of(scalar(value, key));
  }

  public boolean isList(String key) {
    return values.get(key) instanceof SequenceNode;
  }

  public boolean isMap(String key) {
    return values.get(key) instanceof MappingNode;
  }

  public boolean flag(String key, boolean otherwise) {
    String value = textOrNull(key);
    if (value == null) {
      return otherwise;
    }
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refuse(key, "true or false is expected, got " + value);
    };
  }

  public int whole(String key, int otherwise, int least, int most) {
    String value = textOrNull(key);
    if (value == null) {
      return otherwise;
    }
    String rule = "a whole number from " + least + " to " + most + " is expected, got " + value;
    try {
      int number = Integer.parseInt(value);
      if (number < least || number > most) {
        throw refuse(key, rule);
      }
      return number;
    } catch (NumberFormatException e) {
      throw refuse(key, rule);
    }
  }

  /** A nested mapping; null when absent. */
  public @Nullable YamlMap map(String key) {
    Node value = value(key);
    if (value == null) {
      return null;
    }
    if (value instanceof MappingNode mapping) {
      return new YamlMap(file, mapping);
    }
    throw at(value, key + ": a mapping is expected");
  }

  /** A list of mappings; empty when absent. */
  public List<YamlMap> maps(String key) {
    Node value = value(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof SequenceNode list)) {
      throw at(value, key + ": a list is expected");
    }
    var maps = new ArrayList<YamlMap>();
    for (Node item : list.getValue()) {
      if (!(item instanceof MappingNode mapping)) {
        throw at(item, key + ": a list of mappings is expected");
      }
      maps.add(new YamlMap(file, mapping));
    }
    return maps;
  }

  /** An error about the value of {@code key}, with its line. */
  public YamlFormatException refuse(String key, String rule) {
    Node value = values.get(key);
    return at(value == null ? node : value, key + ": " + rule);
  }

  /** Refuses keys that nobody asked for. */
  public void done() {
    for (Map.Entry<String, Node> key : keys.entrySet()) {
      if (!asked.contains(key.getKey())) {
        throw at(
            key.getValue(),
            "unknown key " + key.getKey() + "; known here: " + String.join(", ", known()));
      }
    }
  }

  private Set<String> known() {
    return new TreeSet<>(asked);
  }

  private @Nullable Node value(String key) {
    asked.add(key);
    return has(key) ? values.get(key) : null;
  }

  private String scalar(Node value, String what) {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw at(value, what + ": a plain value is expected");
  }

  private YamlFormatException at(Node where, String message) {
    return new YamlFormatException(file, where.getStartMark().getLine() + 1, message);
  }
}
