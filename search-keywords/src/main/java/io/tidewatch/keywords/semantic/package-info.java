/**
 * What people mean by an imprecise wish: search keywords near its meaning, ranked by what those who
 * typed them clicked. Reads through ports only.
 */
@NullMarked
package io.tidewatch.keywords.semantic;

import org.jspecify.annotations.NullMarked;
