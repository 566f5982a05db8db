package io.tidewatch.model.annotation;

/** A half-open range of UTF-16 offsets into the original text, {@code 0 <= start < end}. */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "span: 0 <= start < end is required, got [" + start + ", " + end + ")");
    }
  }

  public int length() {
    return end - start;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
