package io.tidewatch.nlp.corenlp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Fetches one large file over HTTP, going on from what an earlier try left, and checks it against the
 * SHA-1 that is published beside it.
 */
final class ResumableDownload {
  private static final int TRIES = 5;
  private static final int BUFFER = 1 << 16;
  private static final long SAY_EVERY = 1 << 20;
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int BEYOND = 416;

  private final URI address;
  private final Path file;
  private final HttpClient http = HttpClient.newBuilder()
      .followRedirects(HttpClient.Redirect.NORMAL)
      .connectTimeout(Duration.ofSeconds(20))
      .build();

  /** {@code file} holds what has arrived; it may exist already. */
  ResumableDownload(URI address, Path file) {
    this.address = address;
    this.file = file;
  }

  /** The server answers, but not with the file: another way is needed. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /**
   * Fetches what is missing.
   *
   * @throws RefusedException when the server does not give the file or its checksum
   * @throws IOException when the connection breaks again and again, or the file is not the published
   *     one; what arrived stays in the first case and is deleted in the second
   */
  void run(DeepModels.Progress progress) throws IOException, InterruptedException {
    String expected = checksum();
    IOException broken = new IOException("models: no try was made");
    for (int i = 0; i < TRIES; i++) {
      try {
        read(progress);
        if (!expected.equals(sha1())) {
          Files.delete(file);
          throw new RefusedException("models: " + address + " does not match its SHA-1");
        }
        return;
      } catch (RefusedException e) {
        throw e;
      } catch (IOException e) {
        broken = e;
      }
    }
    throw new IOException(
        "models: the connection broke after %,d bytes; fetch again to go on from there"
            .formatted(Files.exists(file) ? Files.size(file) : 0),
        broken);
  }

  private String checksum() throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(
        HttpRequest.newBuilder(URI.create(address + ".sha1"))
            .timeout(Duration.ofMinutes(1))
            .build(),
        BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      throw new RefusedException(
          "models: the checksum of " + address + " is required, got status " + answer.statusCode());
    }
    return answer.body().strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
  }

  private void read(DeepModels.Progress progress) throws IOException, InterruptedException {
    long have = Files.exists(file) ? Files.size(file) : 0;
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
    }
    HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
    try (InputStream in = answer.body()) {
      if (answer.statusCode() == BEYOND) {
        return; // all of it is here
      }
      if (answer.statusCode() != OK && answer.statusCode() != PARTIAL) {
        throw new RefusedException(
            "models: " + address + " answers with status " + answer.statusCode());
      }
      boolean further = answer.statusCode() == PARTIAL;
      long done = further ? have : 0;
      long total = done
          + answer.headers().firstValueAsLong("Content-Length").orElse(DeepModels.DOWNLOAD_BYTES);
      try (OutputStream out = Files.newOutputStream(
          file,
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          further ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
        copy(in, out, done, total, progress);
      }
    }
  }

  private static void copy(
      InputStream in, OutputStream out, long from, long total, DeepModels.Progress progress)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long done = from;
    long said = from;
    progress.at(done, total);
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
      done += n;
      if (done - said >= SAY_EVERY) {
        said = done;
        progress.at(done, total);
      }
    }
    if (done < total) {
      throw new IOException("models: %,d of %,d bytes came".formatted(done, total));
    }
    progress.at(done, total);
  }

  private String sha1() throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
