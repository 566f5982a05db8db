package io.tidewatch.api.campaign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person in an export. No score, direction or reason leaves the house.
 *
 * @param userId the id that the audience gave when it may be exported, else another account or card
 *     of the person; null when only a number is known
 * @param otherIds further accounts and cards
 * @param phones keyed hashes, as numbers are stored; of use only to who holds the key
 */
record ExportRow(
    @Nullable String userId,
    List<String> otherIds,
    List<String> phones,
    @Nullable String channel) {

  static final List<String> COLUMNS = List.of("userId", "otherIds", "phones", "channel");

  ExportRow {
    otherIds = List.copyOf(otherIds);
    phones = List.copyOf(phones);
  }

  /** The same with SHA-256 in place of ids, as advertising platforms ask for; no salt, no key. */
  ExportRow hashed() {
    return new ExportRow(
        userId == null ? null : sha256(userId),
        otherIds.stream().map(ExportRow::sha256).toList(),
        phones,
        channel);
  }

  /** Values in the order of the columns; lists joined by {@code |}. */
  List<@Nullable String> cells() {
    return Arrays.asList(userId, joined(otherIds), joined(phones), channel);
  }

  private static @Nullable String joined(List<String> values) {
    return values.isEmpty() ? null : String.join("|", values);
  }

  static String sha256(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
