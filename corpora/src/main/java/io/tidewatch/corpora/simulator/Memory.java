package io.tidewatch.corpora.simulator;

import java.util.Arrays;

/**
 * What has happened to a block of people so far: what they bought last, which campaign reached
 * them, what the shop knows. A few bytes a person. Not safe for several threads.
 */
final class Memory {
  private static final int SLOTS = People.SLOTS;

  private final int first;
  private final byte[] lastStall;
  private final short[] lastBought;
  private final byte[] campaign;
  private final short[] reached;
  private final byte[] known;

  Memory(int first, int people) {
    this.first = first;
    this.lastStall = new byte[people * SLOTS];
    this.lastBought = new short[people * SLOTS];
    this.campaign = new byte[people];
    this.reached = new short[people];
    this.known = new byte[people];
    Arrays.fill(lastStall, (byte) -1);
    Arrays.fill(lastBought, (short) -1);
    Arrays.fill(campaign, (byte) -1);
  }

  /** The stall bought from last in a category, -1 for none. */
  int lastStall(int person, int slot) {
    return slot < 0 ? -1 : lastStall[(person - first) * SLOTS + slot];
  }

  /** The day of the last purchase in a category, -1 for none. */
  int lastBought(int person, int slot) {
    return slot < 0 ? -1 : lastBought[(person - first) * SLOTS + slot];
  }

  void bought(int person, int slot, int stall, int day) {
    if (slot >= 0) {
      lastStall[(person - first) * SLOTS + slot] = (byte) stall;
      lastBought[(person - first) * SLOTS + slot] = (short) day;
    }
  }

  void reached(int person, int campaignNumber, int day) {
    campaign[person - first] = (byte) campaignNumber;
    reached[person - first] = (short) day;
  }

  /** The campaign that reached the person within {@code days} before a day, -1 for none. */
  int campaign(int person, int day, int days) {
    return day - reached[person - first] <= days ? campaign[person - first] : -1;
  }

  /** Whether the shop did not know a fact, numbered 0 to 7, until now; it does from now on. */
  boolean learns(int person, int fact) {
    boolean isNew = (known[person - first] & (1 << fact)) == 0;
    known[person - first] |= (byte) (1 << fact);
    return isNew;
  }
}
