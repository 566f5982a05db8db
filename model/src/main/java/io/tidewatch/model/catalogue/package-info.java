/** Brands, products and categories under one immutable, versioned snapshot. */
@NullMarked
package io.tidewatch.model.catalogue;

import org.jspecify.annotations.NullMarked;
