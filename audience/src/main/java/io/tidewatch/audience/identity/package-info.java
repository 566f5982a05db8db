/**
 * Which identifiers are one person: a deterministic graph of links with evidence, persons under
 * lasting ids, how many ids are matched, and whom a purpose allows to export. See docs/IDENTITY.md.
 */
@NullMarked
package io.tidewatch.audience.identity;

import org.jspecify.annotations.NullMarked;
