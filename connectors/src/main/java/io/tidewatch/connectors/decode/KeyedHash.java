package io.tidewatch.connectors.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces device addresses and phone numbers by HMAC-SHA256 under a key of this installation, so
 * that equal addresses stay equal and none can be read back. Safe from any thread.
 */
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final Set<String> SENSITIVE =
      Set.of("phone", "mobile", "tel", "mac", "device", "imei", "idfa", "oaid", "wifi", "beacon");

  private final SecretKeySpec key;

  /** {@code key} holds at least 16 bytes. */
  public KeyedHash(byte[] key) {
    if (key.length < 16) {
      throw new IllegalArgumentException("key: at least 16 bytes are required, got " + key.length);
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Reads the key from {@code file}; makes a random one, readable by its owner only, if absent. */
  public static KeyedHash open(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] fresh = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(fresh);
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Path temporary = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(temporary);
      Files.createFile(temporary);
      if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-------"));
      }
      Files.write(temporary, fresh, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      try {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, file);
      }
    }
    return new KeyedHash(Files.readAllBytes(file));
  }

  /** 64 hexadecimal digits; case, separators and surrounding space of an address do not matter. */
  public String of(String address) {
    return exactly(address.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s:\\-()+]", ""));
  }

  /** 64 hexadecimal digits of a text as it stands. */
  public String exactly(String plain) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has " + ALGORITHM, e);
    }
  }

  /** Whether identifiers of this kind are addresses or numbers that must not be stored. */
  static boolean isSensitive(String kind) {
    return SENSITIVE.contains(kind.strip().toLowerCase(Locale.ROOT));
  }
}
