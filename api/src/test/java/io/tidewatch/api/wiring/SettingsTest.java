package io.tidewatch.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.audience.identity.FieldRule;
import io.tidewatch.audience.identity.IdentityConfig;
import io.tidewatch.trend.elastic.ElasticSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @TempDir
  private Path dir;

  @Test
  void read_nothing_listensOnLoopbackInShanghaiTime() {
    Settings settings = Settings.read(null, dir, Map.of());

    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8787);
    assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(settings.dataDir()).isEqualTo(dir.resolve(".tidewatch/data"));
    assertThat(settings.apiKey()).isNull();
    assertThat(settings.deepLane()).isEqualTo(DeepLaneSettings.USUAL);
  }

  @Test
  void read_environment_winsOverTheFile() throws IOException {
    Path file = Files.writeString(dir.resolve("t.yaml"), "port: 1000\nhost: 0.0.0.0\n");

    Settings settings =
        Settings.read(file, dir, Map.of("TIDEWATCH_PORT", "2000", "TIDEWATCH_API_KEY", "k"));

    assertThat(settings.port()).isEqualTo(2000);
    assertThat(settings.host()).isEqualTo("0.0.0.0");
    assertThat(settings.apiKey()).isEqualTo("k");
  }

  @ParameterizedTest
  @CsvSource({
    "'port: 99999', 'port: 0 to 65535 is required, got 99999'",
    "'port: many', 'port: 0 to 65535 is required, got many'",
    "'timezone: Mars', 'timezone: a zone such as Asia/Shanghai is required, got Mars'",
    "'deepLane: perhaps', 'deepLane: true or false is required, got perhaps'",
    "'deepPipeline: slow', 'deepPipeline: hanlp-words or corenlp is required, got slow'",
    "'deepLaneCpu: much', 'deepLaneCpu: a number is required, got much'",
    "'deepLaneCpu: 7', 'deepLaneCpu: 0.01 to 1 is required, got 7.0'",
    "'deepLaneSeconds: 0', 'deepLaneSeconds: 1 to 3600 is required, got 0'",
    "'behaviorMegabytes: 3', 'behaviorMegabytes: 64 to 1048576 is required, got 3'",
    "'documents: {engine: solr}', 'documents.engine: lucene or elasticsearch is required, got solr'",
    "'documents: {host: x}', 'documents: one of engine, url, index is required, got host'",
    "'documents: {engine: elasticsearch, url: ''ftp://x''}', 'url: http or https is required, got [ftp://x]'",
    "'retention: 90', 'retention: limits by days, sources, behavior are required, got 90'",
    "'retention: {weibo: 90}', 'retention: one of days, sources, behavior is required, got weibo'",
    "'retention: {days: 0}', 'retention.days: whole days from 1 to 36500, or keep, are required, got 0'",
    "'retention: {days: }', 'retention.days: whole days from 1 to 36500, or keep, are required, got null'",
    "'retention: {sources: [weibo]}', 'retention.sources: sources with their days are required, got a list'",
    "'retention: {sources: {weibo: 1.5}}', 'retention.sources.weibo: whole days from 1 to 36500, or keep, are required, got 1.5'",
    "'retention: {sources: {weibo: 99999}}', 'retention.sources.weibo: whole days from 1 to 36500, or keep, are required, got 99999'",
    "'retention: {sources: {weibo: [1]}}', 'retention.sources.weibo: whole days from 1 to 36500, or keep, are required, got a list'",
    "'identity: strict', 'identity: values by kinds, evidence, otherEvidence, floor, floors, required, maxAccounts, maxTies, placeholders, fields, mergeCap are required, got strict'",
    "'identity: {flor: 0.5}', 'identity: one of kinds, evidence, otherEvidence, floor, floors, required, maxAccounts, maxTies, placeholders, fields, mergeCap is required, got flor'",
    "'identity: {floor: 1.2}', 'identity.floor: 0 to 1 is required, got 1.2'",
    "'identity: {floor: high}', 'identity.floor: 0 to 1 is required, got high'",
    "'identity: {evidence: {login: -1}}', 'identity.evidence.login: 0 to 1 is required, got -1'",
    "'identity: {evidence: [login]}', 'identity.evidence: names with values are required, got [\"login\"]'",
    "'identity: {maxAccounts: {phone: 0}}', 'identity.maxAccounts: at least 1 is required, got 0'",
    "'identity: {maxTies: many}', 'identity.maxTies: a whole number of at least 0 is required, got many'",
    "'identity: {maxTies: 0}', 'identity.maxTies: at least 1 is required, got 0'",
    "'identity: {mergeCap: 1.5}', 'identity.mergeCap: a whole number of at least 0 is required, got 1.5'",
    "'identity: {required: {device: login}}', 'identity.required.device: a list is required, got login'",
    "'identity: {fields: {city: latest}}', 'identity.fields.city: most-trusted, newest or oldest is required, got latest'",
    "'identity: {kinds: {handset: phone}}', 'identity.kinds: one of author, cookie, member, user is required for handset, got phone'",
    "'identity: {kinds: {mobile: user}}', 'identity.kinds: a name that is not taken is required, got mobile'",
    "'audience: {join: all}', 'audience.join: persons or ids is required, got all'",
    "'audience: {joins: ids}', 'audience: one of join is required, got joins'",
    "'dashboardUrl: here', 'dashboardUrl: an http or https address is required, got here'",
    "'webhooks: {a: {uri: x}}', 'webhooks.a: one of url, secret, plain is required, got uri'"
  })
  void read_badValue_namesKeyRuleAndValue(String yaml, String message) throws IOException {
    Path file = Files.writeString(dir.resolve("t.yaml"), yaml + "\n");

    assertThatThrownBy(() -> Settings.read(file, dir, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void read_retention_keepsAllUnlessALimitIsNamed() throws IOException {
    assertThat(Settings.read(null, dir, Map.of()).retention().keepsAll()).isTrue();
    assertThat(Settings.read(null, dir, Map.of()).retention().summary())
        .isEqualTo("every source all");
    Path file = Files.writeString(
        dir.resolve("r.yaml"), "retention: {days: 365d, sources: {weibo: 90, 榜单: keep}}\n");

    var retention = Settings.read(file, dir, Map.of()).withDeepLane(false).retention();

    assertThat(retention.keepsAll()).isFalse();
    assertThat(retention.daysOf("weibo")).isEqualTo(90);
    assertThat(retention.daysOf("榜单")).isNull();
    assertThat(retention.daysOf("shop")).isEqualTo(365);
    assertThat(retention.summary()).isEqualTo("weibo 90 days, 榜单 all, others 365 days");
  }

  @Test
  void read_example_isWhatHoldsWithoutIt() {
    Settings example = Settings.read(Path.of("..", "tidewatch.example.yaml"), dir, Map.of());

    assertThat(example.people()).isEqualTo(PeopleSettings.DEFAULT);
  }

  @Test
  void read_identity_changesWhatItNamesAndLeavesTheRest() throws IOException {
    assertThat(Settings.read(null, dir, Map.of()).people()).isEqualTo(PeopleSettings.DEFAULT);
    Path file = Files.writeString(dir.resolve("i.yaml"), """
        identity:
          kinds: {openid: account}
          evidence: {login: 0.9, invoice: 0.85}
          otherEvidence: 0.1
          floor: 0.7
          floors: {handle: 0.95}
          required: {device: [], cookie: [login]}
          maxAccounts: {mobile: 3}
          maxTies: 50
          placeholders: [" NIL "]
          fields: {birthday: oldest, city: newest}
          mergeCap: 0
        audience: {join: ids}
        """);

    PeopleSettings people =
        Settings.read(file, dir, Map.of()).withDeepLane(false).people();

    IdentityConfig read = people.identity();
    assertThat(people.joinsPersons()).isFalse();
    assertThat(read.kinds()).isEqualTo(Map.of("openid", "user"));
    assertThat(read.confidences())
        .containsEntry("login", .9)
        .containsEntry("invoice", .85)
        .containsEntry("wifi-page", .95);
    assertThat(read.otherwise()).isEqualTo(.1);
    assertThat(read.floor()).isEqualTo(.7);
    assertThat(read.floors()).isEqualTo(Map.of("author", .95));
    assertThat(read.requiredEvidence())
        .isEqualTo(Map.of("author", Set.of("declared-handle"), "cookie", Set.of("login")));
    assertThat(read.maxAccounts()).isEqualTo(Map.of("phone", 3, "user", 5));
    assertThat(read.maxTies()).isEqualTo(50);
    assertThat(read.placeholders()).containsExactly("nil");
    assertThat(read.fieldRules())
        .isEqualTo(Map.of("birthday", FieldRule.OLDEST, "city", FieldRule.NEWEST));
    assertThat(read.mergeCap()).isZero();
  }

  @Test
  void read_webhooks_takeSecretsFromTheEnvironmentAndShowNone() throws IOException {
    Path file = Files.writeString(dir.resolve("w.yaml"), """
        webhooks:
          marketing:
            url: https://robot.example/send?access_token=${env:TOKEN}
            secret: ${env:SECRET}
        """);
    Settings settings =
        Settings.read(file, dir, Map.of("TOKEN", "tokenValue", "SECRET", "secretValue"));

    assertThat(settings.rules().webhook("marketing").secret()).isEqualTo("secretValue");
    assertThat(settings.rules().webhook("marketing").url().toString()).endsWith("=tokenValue");
    assertThat(settings.toString()).doesNotContain("tokenValue").doesNotContain("secretValue");
    Settings without = Settings.read(file, dir, Map.of("TOKEN", "tokenValue"));
    assertThatThrownBy(() -> without.rules().webhook("marketing"))
        .hasMessageContaining("webhooks.marketing")
        .hasMessageContaining("SECRET");
    assertThatThrownBy(() -> without.rules().webhook("other")).hasMessageContaining("marketing");
  }

  @Test
  void read_aSecretInTheFile_isRefusedWithoutShowingIt() throws IOException {
    Path file = Files.writeString(
        dir.resolve("w.yaml"), "webhooks: {a: {url: 'https://x.example/', secret: secretValue}}\n");

    assertThatThrownBy(() -> Settings.read(file, dir, Map.of()))
        .hasMessageContaining("webhooks.a.secret")
        .hasMessageNotContaining("secretValue");
  }

  @Test
  void read_unknownKeyOrBrokenYaml_namesTheFile() throws IOException {
    Path unknown = Files.writeString(dir.resolve("u.yaml"), "prot: 1\n");
    Path broken = Files.writeString(dir.resolve("b.yaml"), "host: [\n");

    assertThatThrownBy(() -> Settings.read(unknown, dir, Map.of()))
        .hasMessageContaining("u.yaml")
        .hasMessageContaining("prot");
    assertThatThrownBy(() -> Settings.read(broken, dir, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("b.yaml");
  }

  @Test
  void read_documents_areInLuceneUnlessAClusterIsNamed() throws IOException {
    Path file = Files.writeString(
        dir.resolve("e.yaml"),
        "documents: {engine: elasticsearch, url: 'http://a:1, https://b:2', index: talk}\n");

    assertThat(Settings.read(null, dir, Map.of()).documents())
        .isEqualTo(new DocumentEngine.Lucene());
    var environment =
        Map.of("TIDEWATCH_ELASTICSEARCH_API_KEY", "key", "TIDEWATCH_ELASTICSEARCH_INDEX", "other");
    assertThat(Settings.read(file, dir, environment).documents())
        .isEqualTo(new DocumentEngine.Elasticsearch(ElasticSettings.of(
            List.of(URI.create("http://a:1"), URI.create("https://b:2")), "other", "key")));
  }
}
