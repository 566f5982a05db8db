package io.tidewatch.audience.campaign;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The persons behind a campaign's members, numbered from 0 in the order of their best places. Two
 * members who have turned out to be one person since are one; when chance had put them into different
 * groups the person is <em>crossed</em>: neither treated nor held out, and no proof of anything.
 * Immutable and safe from any thread.
 */
public final class CampaignPeople {
  private final UnaryOperator<String> personOf;
  private final Map<String, Integer> numbers;
  private final List<Member> best;
  private final BitSet crossed;

  private CampaignPeople(
      UnaryOperator<String> personOf,
      Map<String, Integer> numbers,
      List<Member> best,
      BitSet crossed) {
    this.personOf = personOf;
    this.numbers = numbers;
    this.best = best;
    this.crossed = crossed;
  }

  /** {@code personOf} gives the id of the person behind a user id. */
  public static CampaignPeople of(List<Member> members, UnaryOperator<String> personOf) {
    var numbers = new HashMap<String, Integer>();
    var best = new ArrayList<Member>();
    var crossed = new BitSet();
    for (Member member : members) {
      int fresh = best.size();
      int number = numbers.computeIfAbsent(personOf.apply(member.userId()), person -> fresh);
      if (number == fresh) {
        best.add(member);
      } else if (best.get(number).group() != member.group()) {
        crossed.set(number);
      }
    }
    return new CampaignPeople(personOf, numbers, List.copyOf(best), crossed);
  }

  public int size() {
    return best.size();
  }

  /** The number of the person behind a user id; −1 for somebody else. */
  public int number(String userId) {
    return numbers.getOrDefault(personOf.apply(userId), -1);
  }

  /** The person's member with the best place. */
  public Member best(int person) {
    return best.get(person);
  }

  public boolean isTreated(int person) {
    return !crossed.get(person) && best.get(person).group() == Group.TREATED;
  }

  public boolean isHeldOut(int person) {
    return !crossed.get(person) && best.get(person).group() == Group.HELD_OUT;
  }

  /** How many persons are crossed. */
  public int crossed() {
    return crossed.cardinality();
  }
}
