package io.tidewatch.keywords.query;

import java.util.List;

/**
 * What families compare of a query. It depends on nothing but the query and its reader, so that it
 * can be kept from one log to the next. Immutable.
 *
 * @param id the key; for a query of signs only the query itself behind a line feed
 * @param text the normal form
 * @param key empty for a query of signs only
 * @param root the root word; the text itself for a query of signs only
 * @param signature equal for the same words in any order, under any of their names
 * @param words equal for the same words in any order
 * @param sound of a short key that is all Han, as a hash; 0 for other keys
 * @param near near sounds of the units of the key; empty where no slip is looked for
 * @param unlisted whether it holds Latin letters that no list holds
 */
record QueryForm(
    String id,
    String text,
    String key,
    String root,
    long signature,
    long words,
    long sound,
    List<String> near,
    boolean unlisted) {}
