package io.tidewatch.connectors.yaml;

/** A YAML file that breaks a rule; the message names file, line and rule. */
public final class YamlFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int line;

  /** {@code line} is 1-based. */
  public YamlFormatException(String file, int line, String rule) {
    super(file + ":" + line + ": " + rule);
    this.line = line;
  }

  public int line() {
    return line;
  }
}
