package io.tidewatch.model.identity;

import io.tidewatch.model.record.IdentityLink.Identifier;
import java.util.List;

/**
 * Which identifiers are one person, as of one time: persons of at least two identifiers, numbered
 * from 0. The numbers hold within one object only. Immutable and safe from any thread.
 */
public interface PersonGroups {
  /** The number of nobody. */
  int NOBODY = -1;

  /** Nothing is tied to anything. */
  PersonGroups NONE = new PersonGroups() {
    @Override
    public int size() {
      return 0;
    }

    @Override
    public int groupOf(String userId) {
      return NOBODY;
    }

    @Override
    public int find(String personOrValue) {
      return NOBODY;
    }

    @Override
    public List<Identifier> identifiers(int group) {
      throw new IndexOutOfBoundsException("group: there is none, got " + group);
    }
  };

  /** How many persons have at least two identifiers. */
  int size();

  /**
   * The person behind an id that behaviour gives as user: an account, else a cookie, else a card;
   * {@link #NOBODY} for one that nothing ties to another.
   */
  int groupOf(String userId);

  /** The person of an id of a person, or of the stored value of an identifier of any kind. */
  int find(String personOrValue);

  /** All identifiers of a person, by kind, then value. */
  List<Identifier> identifiers(int group);
}
