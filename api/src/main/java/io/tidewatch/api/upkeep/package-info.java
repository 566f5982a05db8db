/** What has to go: people who asked for it, and days of behaviour that are old enough. */
@NullMarked
package io.tidewatch.api.upkeep;

import org.jspecify.annotations.NullMarked;
