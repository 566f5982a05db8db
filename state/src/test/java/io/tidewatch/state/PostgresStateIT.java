package io.tidewatch.state;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same on a real PostgreSQL server; skipped, saying so, where none is installed. */
@NullUnmarked
class PostgresStateIT extends StateContract {
  private static PostgresServer server;

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  StateLocation empty() throws Exception {
    return server.empty();
  }
}
