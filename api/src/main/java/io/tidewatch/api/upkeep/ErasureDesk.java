package io.tidewatch.api.upkeep;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Json;
import io.tidewatch.model.behavior.BehaviorStore.TypeCount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Erases a person everywhere. The wish is written down before anything is touched and deleted when
 * all is done, so that {@link #resume} finishes what a crash cut short. What stays is a line in
 * {@code erasures.jsonl} that names the person by a keyed hash only, and, when the person is to stay
 * out, that hash in {@code erased.keys}. Safe from any thread; wishes follow one another.
 */
public final class ErasureDesk {
  private final Path wish;
  private final Path log;
  private final Path keys;
  private final UnaryOperator<String> hash;
  private final UnaryOperator<String> addressHash;
  private final Stores stores;
  private final InstantSource clock;
  private final Json json;
  private volatile Set<String> keptOut;

  /** Where people are. */
  public interface Stores {
    /** The identifiers of the person behind any of these, and these. */
    Set<String> linked(Set<String> identifiers);

    /** Forgets whom identifiers belonged to; returns how many were known. */
    long identity(Set<String> identifiers);

    /** Removes them from behaviour; removed rows by type. */
    List<TypeCount> behavior(Set<String> identifiers);

    /** Removes what they wrote; returns how many documents. */
    long documents(Set<String> identifiers);

    /** Takes them out of campaigns and their exports; returns how many members. */
    long campaigns(Set<String> identifiers);

    /** Removes refused records about them; returns how many. */
    long letters(Set<String> identifiers) throws IOException;
  }

  /**
   * @param folder the data directory
   * @param hash keyed hash of an identifier as it stands
   * @param addressHash the form in which device addresses and numbers are stored
   */
  public ErasureDesk(
      Path folder,
      UnaryOperator<String> hash,
      UnaryOperator<String> addressHash,
      Stores stores,
      InstantSource clock,
      Json json) {
    this.wish = folder.resolve("erasure.json");
    this.log = folder.resolve("erasures.jsonl");
    this.keys = folder.resolve("erased.keys");
    this.hash = hash;
    this.addressHash = addressHash;
    this.stores = stores;
    this.clock = clock;
    this.json = json;
    this.keptOut = read(keys);
  }

  /**
   * What went.
   *
   * @param user keyed hash of the person's id
   * @param records rows of behaviour by type
   * @param documents posts and reviews
   * @param letters refused records
   * @param campaigns members of campaigns
   * @param identifiers how many identifiers of the person were followed
   * @param keptOut whether later records of the person are refused
   */
  public record Erased(
      String at,
      String user,
      Map<String, Long> records,
      long documents,
      long letters,
      long campaigns,
      long identifiers,
      boolean keptOut) {}

  /** Whom links name with the person is written down, since the links go too. */
  private record Wish(String user, Set<String> identifiers, boolean keepOut) {}

  /**
   * Removes every record of a person and of all identifiers that are tied to it, and returns when no
   * file holds them any more.
   *
   * @param user any id as records give it, or a device address or number
   * @param keepOut whether records of the person that come later are refused
   */
  public synchronized Erased erase(String user, boolean keepOut) {
    resume();
    try {
      var open = new Wish(
          user, new TreeSet<>(stores.linked(Set.of(user, addressHash.apply(user)))), keepOut);
      DurableText.write(wish, json.line(open));
      return fulfil(open);
    } catch (IOException e) {
      throw new UncheckedIOException("erase: cannot be finished, will be taken up again", e);
    }
  }

  /** Finishes an erasure that was cut short; nothing happens when there is none. */
  public synchronized void resume() {
    if (!isPending()) {
      return;
    }
    try {
      JsonNode open = json.parse(Files.readString(wish));
      String user = open.path("user").asText();
      var identifiers = new TreeSet<>(Set.of(user, addressHash.apply(user)));
      open.path("identifiers").forEach(identifier -> identifiers.add(identifier.asText()));
      fulfil(new Wish(user, identifiers, open.path("keepOut").asBoolean()));
    } catch (IOException e) {
      throw new UncheckedIOException("erase: cannot be finished, will be taken up again", e);
    }
  }

  /** Whether an erasure waits to be finished. */
  public boolean isPending() {
    return Files.exists(wish);
  }

  /** Whether records about this identifier are to be refused. */
  public boolean isKeptOut(String identifier) {
    Set<String> known = keptOut;
    return !known.isEmpty() && known.contains(hash.apply(identifier));
  }

  private Erased fulfil(Wish open) throws IOException {
    Set<String> identifiers = open.identifiers();
    if (open.keepOut()) {
      var more = new HashSet<>(keptOut);
      for (String identifier : identifiers) {
        String key = hash.apply(identifier);
        if (more.add(key)) {
          DurableText.append(keys, key + "\n");
        }
      }
      keptOut = Set.copyOf(more);
    }
    Map<String, Long> records = new LinkedHashMap<>();
    stores.behavior(identifiers).forEach(count -> records.put(count.type(), count.records()));
    long documents = stores.documents(identifiers);
    long letters = stores.letters(identifiers);
    long campaigns = stores.campaigns(identifiers);
    stores.identity(identifiers);
    var erased = new Erased(
        clock.instant().toString(),
        hash.apply(open.user()),
        records,
        documents,
        letters,
        campaigns,
        identifiers.size(),
        open.keepOut());
    DurableText.append(log, json.line(erased) + "\n");
    DurableText.delete(wish);
    return erased;
  }

  private static Set<String> read(Path keys) {
    try {
      return Files.exists(keys) ? Set.copyOf(new HashSet<>(Files.readAllLines(keys))) : Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException("data-dir: erased.keys cannot be read", e);
    }
  }
}
