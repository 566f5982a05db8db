/** Reading of files: compression, character sets, tables, JSON; one raw record at a time. */
@NullMarked
package io.tidewatch.connectors.file;

import org.jspecify.annotations.NullMarked;
