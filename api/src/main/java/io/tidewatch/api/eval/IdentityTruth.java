package io.tidewatch.api.eval;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Json;
import io.tidewatch.corpora.simulator.SimulatorFiles;
import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Who hides behind which identifiers of a simulated market.
 *
 * @param regime of the market
 * @param owners account by identifier, addresses and numbers in the form in which they are stored
 * @param linkable identifiers that the records tie to their owner's account, and the accounts
 * @param authors of documents
 */
record IdentityTruth(
    String regime, Map<Identifier, String> owners, Set<Identifier> linkable, Set<String> authors) {

  /** {@code stored} gives the form in which addresses and numbers are stored. */
  static IdentityTruth read(Path folder, UnaryOperator<String> stored, Json json)
      throws IOException {
    Path meta = folder.resolve(SimulatorFiles.META);
    Path identities = folder.resolve(SimulatorFiles.IDENTITIES);
    if (!Files.isRegularFile(meta) || !Files.isRegularFile(identities)) {
      throw new IllegalArgumentException(
          "data: a folder that simulate wrote is required, got " + folder);
    }
    var owners = new HashMap<Identifier, String>();
    var linkable = new HashSet<Identifier>();
    for (String line : Files.readAllLines(identities)) {
      JsonNode row = json.parse(line);
      String user = row.path("userId").asText();
      var account = new Identifier(IdentifierKinds.ACCOUNT, user);
      var handle = new Identifier(IdentifierKinds.HANDLE, row.path("author").asText());
      var others = new HashSet<Identifier>();
      others.add(
          new Identifier(IdentifierKinds.PHONE, stored.apply(row.path("phone").asText())));
      row.path("devices").forEach(device -> {
        others.add(new Identifier(
            IdentifierKinds.DEVICE, stored.apply(device.path("device").asText())));
        others.add(new Identifier(IdentifierKinds.COOKIE, device.path("cookie").asText()));
      });
      owners.put(account, user);
      owners.put(handle, user);
      others.forEach(other -> owners.put(other, user));
      linkable.add(account);
      if (row.path("linked").asBoolean()) {
        linkable.addAll(others);
      }
      if (row.path("handleDeclared").asBoolean()) {
        linkable.add(handle);
      }
    }
    String regime = json.parse(Files.readString(meta).lines().findFirst().orElse("{}"))
        .path("regime")
        .asText();
    return new IdentityTruth(regime, owners, linkable, authors(folder, json));
  }

  /** The files of behaviour in a market's folder, in order. */
  static List<Path> behavior(Path folder) throws IOException {
    return files(folder, "records-behavior");
  }

  private static List<Path> files(Path folder, String start) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(file -> String.valueOf(file.getFileName()).startsWith(start))
          .sorted()
          .toList();
    }
  }

  private static Set<String> authors(Path folder, Json json) throws IOException {
    var authors = new HashSet<String>();
    for (Path file : files(folder, "records-documents")) {
      try (InputStream bytes = Files.newInputStream(file);
          var lines = new BufferedReader(new InputStreamReader(
              file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
              StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          JsonNode author = json.parse(line).path("authorId");
          if (author.isTextual()) {
            authors.add(author.asText());
          }
        }
      }
    }
    return authors;
  }
}
