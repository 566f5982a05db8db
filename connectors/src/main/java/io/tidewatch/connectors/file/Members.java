package io.tidewatch.connectors.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks a file: plain, gzip (by its first bytes) or zip, whose members come in name order. */
final class Members {
  private Members() {}

  /** Is given each member in turn; the member is closed afterwards. */
  interface Visitor {
    void visit(Member member) throws IOException;

    /** A member that cannot be read as what it is; the others still come. */
    void damaged(String label, IOException why);
  }

  /** Shows each member, or that the whole file cannot be read. */
  static void each(Path file, Visitor visitor) {
    String name = String.valueOf(file.getFileName());
    if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
      try (ZipFile zip = open(file)) {
        for (ZipEntry entry : entries(zip)) {
          String member = entry.getName();
          String label = name + "!" + member;
          try (InputStream in = zip.getInputStream(entry)) {
            visit(label, member, new BufferedInputStream(in), null, visitor);
          } catch (IOException e) {
            visitor.damaged(label, e);
          }
        }
      } catch (IOException e) {
        visitor.damaged(name, e);
      }
      return;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      visit(name, name, in, file, visitor);
    } catch (IOException e) {
      visitor.damaged(name, e);
    }
  }

  private static void visit(
      String label,
      String name,
      InputStream in,
      @org.jspecify.annotations.Nullable Path file,
      Visitor visitor)
      throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    if (!gzip) {
      try (Member member = new Member(label, name, in, file)) {
        visitor.visit(member);
      }
      return;
    }
    String bare =
        name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    try (Member member = new Member(label, bare, new GZIPInputStream(in, 1 << 16), null)) {
      visitor.visit(member);
    }
  }

  /** Archives made on Chinese Windows hold names in GBK. */
  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      try {
        return new ZipFile(file.toFile(), Charset.forName("GB18030"));
      } catch (ZipException again) {
        e.addSuppressed(again);
        throw e;
      }
    }
  }

  private static List<? extends ZipEntry> entries(ZipFile zip) {
    return zip.stream()
        .filter(e -> !e.isDirectory() && !isHidden(e.getName()))
        .sorted(Comparator.comparing(ZipEntry::getName))
        .toList();
  }

  private static boolean isHidden(String name) {
    return name.startsWith("__MACOSX/") || name.startsWith(".") || name.contains("/.");
  }
}
