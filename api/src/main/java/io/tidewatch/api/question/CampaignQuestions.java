package io.tidewatch.api.question;

import static io.tidewatch.api.question.Param.flag;
import static io.tidewatch.api.question.Param.number;
import static io.tidewatch.api.question.Param.optional;
import static io.tidewatch.api.question.Param.required;

import io.tidewatch.api.campaign.NewCampaign;
import io.tidewatch.api.view.Answer;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.query.ExpansionQuery;
import io.tidewatch.audience.query.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions about campaigns, and changes of them. */
final class CampaignQuestions {
  private static final double HOLD_OUT = 0.1;
  private static final String PURPOSE = "advertising";
  private static final Param CAMPAIGN =
      required("campaign", "A campaign by id or name.", "double-11");
  private static final Param HASH = flag("hash", "SHA-256 in place of ids.");

  private final Rooms rooms;

  CampaignQuestions(Rooms rooms) {
    this.rooms = rooms;
  }

  List<Question> all() {
    return List.of(
        Question.change(
            "audience/campaign/create",
            "Chooses an audience as expand or select does, lets chance hold some of its persons out, and"
                + " stores both.",
            List.of(
                required("name", "What people call the campaign.", "double 11"),
                optional("id", "Default: made from the name.", "double-11"),
                AudienceQuestions.BRAND_NEEDED,
                Param.file("seed", "User ids to start from instead of the brand's buyers."),
                AudienceQuestions.STORE,
                AudienceQuestions.STORE_DAYS,
                TrendQuestions.AS_OF,
                number("size", "Users at most, 1 to 1000000. Default: all who are reached.", 1000),
                AudienceQuestions.BREADTH,
                AudienceQuestions.DIRECTIONS,
                optional(
                    "holdOut",
                    "Share of persons, by chance, who are left alone, 0 to 0.9. Without any, nobody"
                        + " can say what the campaign caused. Default: 0.1.",
                    "0.1"),
                optional(
                    "purpose",
                    "Of the consent that an export needs. Default: advertising.",
                    PURPOSE),
                optional(
                    "channels",
                    "Channels among which chance allots the others, to compare them.",
                    "weibo,douyin"),
                optional(
                    "select",
                    "deepen or buy: the selection model chooses for this goal, in place of the"
                        + " directions. Needs a size.",
                    "deepen"),
                optional("model", "Name of the model that ordered the seed, for track.", "")),
            this::create),
        new Question(
            "audience/campaign/list",
            "Every campaign, the newest first.",
            List.of(),
            arguments -> new Answer.Rows(rooms.campaigns().list())),
        new Question(
            "audience/campaign/show",
            "A campaign: whom it reached, who was held out and reached all the same, costs, and"
                + " what peers took.",
            List.of(CAMPAIGN, TrendQuestions.AS_OF),
            arguments -> new Answer.One(
                rooms.campaigns().show(arguments.required("campaign"), arguments.instant("asOf")))),
        Question.change(
            "audience/campaign/export",
            "Writes the treated persons who consented, and nobody else, into a file under exports"
                + " in the data directory, with a manifest beside it.",
            List.of(
                CAMPAIGN,
                required("format", "csv, jsonl or parquet.", "csv"),
                HASH,
                optional("channel", "Only who is allotted to this channel.", "weibo")),
            arguments -> new Answer.One(rooms
                .campaigns()
                .export(
                    arguments.required("campaign"),
                    arguments.required("format"),
                    isOn(arguments, "hash"),
                    arguments.text("channel"),
                    arguments.caller()))),
        Question.change(
            "audience/campaign/upload",
            "Sends them to a peer that tidewatch.yaml names, in batches; what it took before is not"
                + " sent again.",
            List.of(
                CAMPAIGN,
                required("to", "A name under campaigns.targets in tidewatch.yaml.", "ads"),
                HASH),
            arguments -> new Answer.One(rooms
                .campaigns()
                .upload(
                    arguments.required("campaign"),
                    arguments.required("to"),
                    isOn(arguments, "hash"),
                    arguments.caller()))),
        new Question(
            "audience/campaign/track",
            "How the treated deepened beside those held out, in all and by direction, model and"
                + " channel, with 95 % intervals.",
            List.of(CAMPAIGN, TrendQuestions.AS_OF),
            arguments -> new Answer.Rows(rooms
                .campaigns()
                .track(arguments.required("campaign"), arguments.instant("asOf")))),
        new Question(
            "audience/campaign/labels",
            "Treated users who saw the campaign, with whether they moved: those who did not are"
                + " real negatives for the next model.",
            List.of(
                CAMPAIGN,
                TrendQuestions.AS_OF,
                optional("goal", "deepen (I, P or L) or buy (P or L). Default: deepen.", "deepen")),
            arguments -> new Answer.Rows(rooms
                .campaigns()
                .labels(
                    arguments.required("campaign"),
                    arguments.instant("asOf"),
                    arguments.oneOf("goal", "deepen", List.of("deepen", "buy")).equals("buy"),
                    arguments.caller()))));
  }

  private Answer create(Arguments arguments) {
    String brand = arguments.requiredBrand("brand", rooms.catalogue());
    List<String> seed = arguments.list("seed");
    Target.OfStore store = AudienceQuestions.store(arguments);
    if (store != null && !seed.isEmpty()) {
      throw new IllegalArgumentException("store: either a store or a seed is required, got both");
    }
    Target from = seed.isEmpty() ? new Target.OfBrand(brand) : new Target.OfUsers(Set.copyOf(seed));
    Target target = store == null ? from : store;
    @Nullable
    Integer size = arguments.text("size") == null
        ? null
        : Integer.valueOf(arguments.number("size", 1, 1, ExpansionQuery.MAX_SIZE));
    var query = new ExpansionQuery(
        target,
        arguments.instant("asOf"),
        size,
        arguments.text("breadth"),
        arguments.list("directions"),
        java.util.Locale.CHINESE);
    @Nullable
    Goal goal = arguments.text("select") == null ? null : arguments.oneOf("select", Goal.class);
    return new Answer.One(rooms
        .campaigns()
        .create(
            new NewCampaign(
                arguments.required("name"),
                arguments.text("id"),
                brand,
                query,
                asked(arguments, brand, seed.size()),
                arguments.text("holdOut") == null ? HOLD_OUT : arguments.decimal("holdOut"),
                arguments.text("purpose", PURPOSE),
                arguments.list("channels"),
                goal,
                goal == null ? arguments.text("model") : arguments.text("model", "tidewatch")),
            arguments.caller()));
  }

  /** What was asked, with the number of a seed's users in place of them. */
  private static String asked(Arguments arguments, String brand, int seed) {
    var asked = new ArrayList<String>();
    asked.add("brand=" + brand);
    if (seed > 0) {
      asked.add("seed=" + seed + " users");
    }
    for (String name :
        List.of("store", "storeDays", "asOf", "size", "breadth", "directions", "select", "model")) {
      String value = arguments.text(name);
      if (value != null) {
        asked.add(name + "=" + value);
      }
    }
    return String.join(" ", asked);
  }

  private static boolean isOn(Arguments arguments, String name) {
    return arguments.oneOf(name, "false", List.of("true", "false")).equals("true");
  }
}
