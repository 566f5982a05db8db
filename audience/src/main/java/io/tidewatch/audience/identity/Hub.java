package io.tidewatch.audience.identity;

/**
 * An identifier that too many share, and that therefore ties nobody.
 *
 * @param accounts accounts it is tied to
 * @param identifiers identifiers of any kind it is tied to
 */
public record Hub(String kind, String value, long accounts, long identifiers) {}
