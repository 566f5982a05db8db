package io.tidewatch.api;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.tidewatch.audience.profile.ProfileAnswer;
import io.tidewatch.audience.profile.ProfileRow;

/** Each library is imported in one place, which turns its types into ours. */
@AnalyzeClasses(packages = "io.tidewatch", importOptions = ImportOption.DoNotIncludeTests.class)
class LibraryBoundariesTest {
  @ArchTest
  static final ArchRule camel_onlyInConnectors =
      only("org.apache.camel..", "io.tidewatch.connectors..");

  @ArchTest
  static final ArchRule lucene_onlyInTrendLucene =
      only("org.apache.lucene..", "io.tidewatch.trend.lucene..");

  @ArchTest
  static final ArchRule elasticsearch_onlyInTrendElastic =
      only("co.elastic..", "io.tidewatch.trend.elastic..");

  @ArchTest
  static final ArchRule caffeine_onlyInTrendQuestion =
      only("com.github.benmanes..", "io.tidewatch.trend.question..");

  @ArchTest
  static final ArchRule hanlp_onlyInNlpHanlp = only("com.hankcs..", "io.tidewatch.nlp.hanlp..");

  @ArchTest
  static final ArchRule corenlp_onlyInNlpCorenlp =
      only("edu.stanford..", "io.tidewatch.nlp.corenlp..");

  @ArchTest
  static final ArchRule embeddingLibraries_onlyInNlpEmbedding = noClasses()
      .that()
      .resideOutsideOfPackage("io.tidewatch.nlp.embedding..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("dev.langchain4j..", "ai.onnxruntime..", "ai.djl..");

  @ArchTest
  static final ArchRule embedder_knownToWiringOnly = noClasses()
      .that()
      .resideOutsideOfPackages("io.tidewatch.nlp.embedding..", "io.tidewatch.api..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("io.tidewatch.nlp.embedding..");

  @ArchTest
  static final ArchRule duckdb_onlyInBehaviorDuckdb =
      only("org.duckdb..", "io.tidewatch.behavior.duckdb..");

  @ArchTest
  static final ArchRule xgboost_onlyInAudienceSelectionXgboost =
      only("ml.dmlc..", "io.tidewatch.audience.selection.xgboost..");

  @ArchTest
  static final ArchRule roaringBitmap_onlyInAudienceFacts =
      only("org.roaringbitmap..", "io.tidewatch.audience.facts..");

  @ArchTest
  static final ArchRule profiles_comeFromTheGateAlone = noClasses()
      .that()
      .resideOutsideOfPackage("io.tidewatch.audience.profile..")
      .should()
      .callConstructorWhere(target(owner(type(ProfileRow.class)))
          .or(target(owner(type(ProfileAnswer.Answered.class)))));

  @ArchTest
  static final ArchRule h2_onlyInState = only("org.h2..", "io.tidewatch.state..");

  @ArchTest
  static final ArchRule postgres_onlyInState = only("org.postgresql..", "io.tidewatch.state..");

  @ArchTest
  static final ArchRule flyway_onlyInState = only("org.flywaydb..", "io.tidewatch.state..");

  @ArchTest
  static final ArchRule hikari_onlyInState = only("com.zaxxer..", "io.tidewatch.state..");

  @ArchTest
  static final ArchRule jdbc_onlyInStateAndDuckdb = noClasses()
      .that()
      .resideOutsideOfPackages("io.tidewatch.state..", "io.tidewatch.behavior.duckdb..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule bucket4j_onlyInApiAlert =
      only("io.github.bucket4j..", "io.tidewatch.api.alert..");

  @ArchTest
  static final ArchRule javalin_onlyInApiHttp = only("io.javalin..", "io.tidewatch.api.http..");

  @ArchTest
  static final ArchRule picocli_onlyInApiCli = only("picocli..", "io.tidewatch.api.cli..");

  @ArchTest
  static final ArchRule model_knowsOnlyTheJdk = noClasses()
      .that()
      .resideInAPackage("io.tidewatch.model..")
      .should()
      .dependOnClassesThat()
      .resideOutsideOfPackages("io.tidewatch.model..", "java..", "org.jspecify..");

  private static ArchRule only(String library, String home) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
