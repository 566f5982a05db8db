package io.tidewatch.api.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tidewatch.api.view.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CampaignSettingsTest {
  private static JsonNode json(String text) {
    return new Json().parse(text.replace('\'', '"'));
  }

  @Test
  void read_targets_takeTokensFromTheEnvironmentAndShowNone() {
    JsonNode yaml = json("{'targets':{'ads':{'url':'https://ads.example.com/a?k=geheim',"
        + "'token':'${env:ADS}','batch':50,'gzip':true,'timeoutSeconds':5},"
        + "'local':{'url':'http://127.0.0.1:8080/x'}}}");
    CampaignSettings settings = CampaignSettings.read(yaml, Map.of("ADS", "t0ken"));
    assertThat(settings.peer("ads").token()).isEqualTo("t0ken");
    assertThat(settings.peer("ads").gzip()).isTrue();
    assertThat(settings.peer("ads").timeout()).hasSeconds(5);
    assertThat(settings.batch("ads")).isEqualTo(50);
    assertThat(settings.peer("local").token()).isNull();
    assertThat(settings.batch("local")).isEqualTo(1000);
    assertThat(settings.toString()).doesNotContain("t0ken").doesNotContain("geheim");
    CampaignSettings without = CampaignSettings.read(yaml, Map.of());
    assertThatThrownBy(() -> without.peer("ads"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "campaigns.targets.ads: the environment variable ADS is required, it is not set");
    assertThat(without.peer("local").name()).isEqualTo("local");
  }

  @Test
  void peer_unknownName_listsThoseThereAre() {
    assertThatThrownBy(
            () -> CampaignSettings.read(MissingNode.getInstance(), Map.of()).peer("x"))
        .hasMessageContaining("(there is none), got x");
    assertThatThrownBy(() -> CampaignSettings.read(
                json("{'targets':{'b':{'url':'https://b/'},'a':{'url':'https://a/'}}}"), Map.of())
            .peer("x"))
        .hasMessageContaining("(a, b), got x");
  }

  @Test
  void read_badSettings_nameKeyAndRule() {
    for (List<String> bad : List.of(
        List.of("{'peers':{}}", "campaigns: targets is required, got peers"),
        List.of("{'targets':[]}", "campaigns.targets: names with a url are required"),
        List.of("{'targets':{'a b':{'url':'https://a/'}}}", "campaigns.targets: names of letters"),
        List.of("{'targets':{'a':{}}}", "campaigns.targets.a.url: an http or https address"),
        List.of("{'targets':{'a':{'url':'file:///etc/passwd'}}}", "campaigns.targets.a.url"),
        List.of("{'targets':{'a':{'url':'http://a.example/'}}}", "campaigns.targets.a.url"),
        List.of("{'targets':{'a':{'url':'https://a/','key':1}}}", "one of url, token, batch"),
        List.of("{'targets':{'a':{'url':'https://a/','batch':0}}}", "campaigns.targets.a.batch"),
        List.of("{'targets':{'a':{'url':'https://a/','batch':'x'}}}", "campaigns.targets.a.batch"),
        List.of("{'targets':{'a':{'url':'https://a/','timeoutSeconds':601}}}", "timeoutSeconds"))) {
      assertThatThrownBy(() -> CampaignSettings.read(json(bad.getFirst()), Map.of()))
          .as(bad.getFirst())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(bad.getLast());
    }
    assertThatThrownBy(() -> CampaignSettings.read(
            json("{'targets':{'a':{'url':'https://a/','token':'geheim'}}}"), Map.of()))
        .hasMessageContaining("campaigns.targets.a.token")
        .hasMessageNotContaining("geheim");
  }
}
