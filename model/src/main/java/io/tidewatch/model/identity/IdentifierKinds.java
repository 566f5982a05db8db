package io.tidewatch.model.identity;

import java.util.List;
import java.util.Locale;

/** Kinds of identifiers, each under one name. */
public final class IdentifierKinds {
  /** The customer's own pseudonym of a buyer. */
  public static final String ACCOUNT = "user";

  /** Keyed hash of a telephone number. */
  public static final String PHONE = "phone";

  /** Keyed hash of a device's address or advertising id. */
  public static final String DEVICE = "device";

  public static final String COOKIE = "cookie";

  /** A store's member card. */
  public static final String MEMBER = "member";

  /** The name under which somebody posts. */
  public static final String HANDLE = "author";

  /** Those that have a name here. */
  public static final List<String> ALL = List.of(ACCOUNT, PHONE, DEVICE, COOKIE, MEMBER, HANDLE);

  private IdentifierKinds() {}

  /** The one name of a kind, such as {@code phone} for {@code mobile}; others in lower case. */
  public static String canonical(String kind) {
    String plain = kind.strip().toLowerCase(Locale.ROOT);
    return switch (plain) {
      case "user", "account", "userid", "user_id" -> ACCOUNT;
      case "phone", "mobile", "tel" -> PHONE;
      case "device", "mac", "imei", "idfa", "oaid", "wifi", "beacon" -> DEVICE;
      case "cookie", "visitor", "anonymous" -> COOKIE;
      case "member", "card", "member_card" -> MEMBER;
      case "author", "handle", "social" -> HANDLE;
      default -> plain;
    };
  }
}
