package io.tidewatch.api.question;

/**
 * A parameter of a question, as read, checked and documented.
 *
 * @param name in camel case; the command line writes it with hyphens
 * @param place how the command line takes it
 * @param schema JSON Schema type: {@code string}, {@code integer} or {@code boolean}
 * @param example a value that works; empty when none is worth showing
 */
public record Param(
    String name, boolean required, Place place, String schema, String description, String example) {

  /** Where a value stands on the command line. */
  public enum Place {
    OPTION,
    ARGUMENT,
    /** An option that names a file; the value is its lines, joined by commas. */
    FILE
  }

  static Param required(String name, String description, String example) {
    return new Param(name, true, Place.OPTION, "string", description, example);
  }

  /** Required, and typed without an option name. */
  static Param argument(String name, String description, String example) {
    return new Param(name, true, Place.ARGUMENT, "string", description, example);
  }

  static Param optional(String name, String description, String example) {
    return new Param(name, false, Place.OPTION, "string", description, example);
  }

  static Param number(String name, String description, int example) {
    return new Param(name, false, Place.OPTION, "integer", description, Integer.toString(example));
  }

  /** On or off; the command line takes its bare name for on. */
  static Param flag(String name, String description) {
    return new Param(name, false, Place.OPTION, "boolean", description, "");
  }

  /** Whether it is on or off. */
  public boolean isFlag() {
    return schema.equals("boolean");
  }

  /** A list that the command line reads from a file. */
  static Param file(String name, String description) {
    return new Param(name, false, Place.FILE, "string", description, "");
  }

  /** The name with hyphens, such as {@code as-of}. */
  public String hyphenated() {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }
}
