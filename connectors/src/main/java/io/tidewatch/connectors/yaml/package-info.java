/** Strict reading of YAML: every message names file and line, unknown keys are refused. */
@NullMarked
package io.tidewatch.connectors.yaml;

import org.jspecify.annotations.NullMarked;
