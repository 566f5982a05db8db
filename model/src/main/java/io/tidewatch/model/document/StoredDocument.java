package io.tidewatch.model.document;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.record.DocumentRecord;

/**
 * A document as the store holds it.
 *
 * @param record for a ranked list: the first sighting, with the highest heat of the day
 * @param revision grows by one with each change of the document or its annotation, from 1
 */
public record StoredDocument(DocumentRecord record, Annotation annotation, long revision) {}
