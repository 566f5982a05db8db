/**
 * Behaviour facts as files: what a fact is, how a record becomes one, and how files become durable.
 * Engines that read them live in subpackages.
 */
@NullMarked
package io.tidewatch.behavior;

import org.jspecify.annotations.NullMarked;
