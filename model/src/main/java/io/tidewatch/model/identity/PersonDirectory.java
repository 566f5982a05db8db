package io.tidewatch.model.identity;

import io.tidewatch.model.record.IdentityLink.Identifier;

/**
 * Who stands behind an identifier, as of one time. Immutable and safe from any thread.
 *
 * <p>An identifier that nothing ties to another one is a person of its own, so that every id has a
 * person.
 */
public interface PersonDirectory extends PersonGroups {

  /**
   * The person behind an identifier of a kind.
   *
   * @param identifier kinds are taken under any of their names
   */
  Person personOf(Identifier identifier);

  /** The person behind an id that behaviour gives as user: an account, else a cookie, else a card. */
  Person personOf(String userId);

  /**
   * The id that now stands for a person: the same one, or that of the person it was merged into. Ids
   * that were never given come back as they are.
   */
  String current(String personId);

  /**
   * A person.
   *
   * @param id lasting: the same after restarts, with new phones and cookies, in any order of data
   * @param confidence 0 to 1, of the strongest tie of the identifier that was asked for; 1 for one
   *     that stands alone
   * @param linked whether other identifiers are known of the person
   */
  record Person(String id, double confidence, boolean linked) {}
}
