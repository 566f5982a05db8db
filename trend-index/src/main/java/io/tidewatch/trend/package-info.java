/**
 * The index's questions apart from any engine: the query language, how texts are cut into
 * searchable tokens, how two versions of a document merge and how keys are counted.
 */
@NullMarked
package io.tidewatch.trend;

import org.jspecify.annotations.NullMarked;
