package io.tidewatch.model.document;

import java.time.LocalDate;

/** How many documents of a source were published on a local day. */
public record SourceDay(String source, LocalDate day, long documents) {}
