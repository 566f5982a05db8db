package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.api.view.Json;
import io.tidewatch.api.wiring.DataDirectory;
import io.tidewatch.api.wiring.Server;
import io.tidewatch.api.wiring.Service;
import io.tidewatch.api.wiring.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** A started server that owns a directory. */
record ServedWorld(Path data, Service service, Server server, HttpClient client)
    implements AutoCloseable {

  /** With nothing in the directory. Commands on it go through the server. */
  static ServedWorld empty(Path dir) {
    Path data = dir.resolve("data");
    Service service = Service.open(
        Settings.read(null, dir, Map.of("TIDEWATCH_DATA_DIR", data.toString()))
            .withAddress("127.0.0.1", 0),
        DataDirectory.own(data).orElseThrow(),
        InstantSource.system(),
        new Json());
    return new ServedWorld(data, service, Server.start(service), HttpClient.newHttpClient());
  }

  /** With the small world in it. */
  static ServedWorld start(Path dir) throws IOException {
    ServedWorld world = empty(dir);
    CliRun run = CliRun.of(
        world.data(),
        "ingest",
        "--json",
        SmallWorld.posts(dir).toString(),
        SmallWorld.behavior(dir).toString());
    assertThat(run.code()).as(run.err()).isZero();
    return world;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
    server.close();
    service.close();
  }
}
