package io.tidewatch.model.document;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.record.DocumentRecord;

/** A received document with its annotation, ready to be stored. */
public record AnnotatedDocument(DocumentRecord record, Annotation annotation) {}
