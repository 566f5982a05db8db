package io.tidewatch.audience;

/** Which contents are read: of the store, of who is who, and of what is said. */
public record SourceRevision(long store, long persons, long talk) {}
