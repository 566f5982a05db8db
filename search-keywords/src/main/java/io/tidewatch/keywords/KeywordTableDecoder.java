package io.tidewatch.keywords;

import io.tidewatch.keywords.formula.CredibilityPrior;
import io.tidewatch.keywords.formula.Examination;
import io.tidewatch.keywords.formula.Halves;
import io.tidewatch.keywords.formula.Interval;
import io.tidewatch.keywords.formula.KeywordTrend;
import io.tidewatch.keywords.formula.Met;
import io.tidewatch.keywords.formula.ScoreModel;
import io.tidewatch.keywords.formula.Spend;
import io.tidewatch.keywords.query.JoinReason;
import io.tidewatch.keywords.query.QueryFamily;
import io.tidewatch.model.behavior.Window;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a table as {@link KeywordTableEncoder} wrote it. */
final class KeywordTableDecoder {
  private final DataInputStream in;

  KeywordTableDecoder(DataInputStream in) {
    this.in = in;
  }

  KeywordTable table() throws IOException {
    var window = new Window(instant(), instant(), ZoneId.of(in.readUTF()));
    var cells = new ArrayList<KeywordCell>();
    for (int n = in.readInt(); n > 0; n--) {
      cells.add(cell());
    }
    var figures = new EnumMap<Basis, Map<String, CategoryFigures>>(Basis.class);
    for (int n = in.readInt(); n > 0; n--) {
      Basis basis = Basis.valueOf(in.readUTF());
      var byCategory = new HashMap<String, CategoryFigures>();
      for (int m = in.readInt(); m > 0; m--) {
        String category = in.readUTF();
        byCategory.put(category, new CategoryFigures(counts(), in.readLong(), prior(), prior()));
      }
      figures.put(basis, Collections.unmodifiableMap(byCategory));
    }
    var items = new TreeMap<OrderTally.Item, ItemOrders>();
    for (int n = in.readInt(); n > 0; n--) {
      var item = new OrderTally.Item(in.readUTF(), in.readUTF(), in.readUTF());
      long total = in.readLong();
      BigDecimal gmv = money();
      items.put(item, new ItemOrders(total, gmv == null ? BigDecimal.ZERO : gmv, in.readLong()));
    }
    return new KeywordTable(
        window, cells, figures, items, examination(), relations(), model(), instant(), families());
  }

  private FamilyMap families() throws IOException {
    var families = new ArrayList<QueryFamily>();
    for (int n = in.readInt(); n > 0; n--) {
      String name = in.readUTF();
      String root = in.readUTF();
      long count = in.readLong();
      var members = new ArrayList<QueryFamily.Member>();
      for (int m = in.readInt(); m > 0; m--) {
        String query = in.readUTF();
        long searched = in.readLong();
        var joins = new ArrayList<JoinReason>();
        for (int j = in.readInt(); j > 0; j--) {
          joins.add(JoinReason.valueOf(in.readUTF()));
        }
        members.add(new QueryFamily.Member(query, searched, joins));
      }
      families.add(new QueryFamily(name, root, count, members));
    }
    var roots = new HashMap<String, String>();
    for (int n = in.readInt(); n > 0; n--) {
      roots.put(in.readUTF(), in.readUTF());
    }
    return new FamilyMap(families, roots);
  }

  private KeywordCell cell() throws IOException {
    return new KeywordCell(
        in.readUTF(),
        text(),
        Basis.valueOf(in.readUTF()),
        whole(),
        in.readDouble(),
        counts(),
        whole(),
        whole(),
        money(),
        number(),
        in.readDouble(),
        in.readLong(),
        in.readBoolean(),
        amounts(),
        new KeywordTrend.Explanation(
            in.readLong(), in.readLong(), in.readDouble(), in.readBoolean(), in.readDouble()),
        meetings(),
        in.readBoolean() ? new Halves(half(), half()) : null,
        spend());
  }

  private SortedMap<String, BigDecimal> amounts() throws IOException {
    var amounts = new TreeMap<String, BigDecimal>();
    for (int n = in.readInt(); n > 0; n--) {
      String brand = in.readUTF();
      BigDecimal amount = money();
      if (amount != null) {
        amounts.put(brand, amount);
      }
    }
    return Collections.unmodifiableSortedMap(amounts);
  }

  private Meetings meetings() throws IOException {
    Met all = met();
    var byBrand = new TreeMap<String, Met>();
    for (int n = in.readInt(); n > 0; n--) {
      byBrand.put(in.readUTF(), met());
    }
    return new Meetings(all, byBrand, in.readBoolean());
  }

  private Met met() throws IOException {
    return new Met(
        whole(), whole(), whole(), in.readLong(), in.readLong(), in.readDouble(), in.readLong());
  }

  private Halves.Half half() throws IOException {
    return new Halves.Half(counts(), in.readLong(), in.readDouble(), in.readDouble());
  }

  private SortedMap<String, Spend> spend() throws IOException {
    var spend = new TreeMap<String, Spend>();
    for (int n = in.readInt(); n > 0; n--) {
      spend.put(in.readUTF(), new Spend(money(), whole(), whole(), in.readUTF()));
    }
    return Collections.unmodifiableSortedMap(spend);
  }

  private CredibilityPrior prior() throws IOException {
    return new CredibilityPrior(in.readDouble(), in.readDouble());
  }

  private Examination examination() throws IOException {
    var places = new TreeMap<Integer, Examination.Place>();
    for (int n = in.readInt(); n > 0; n--) {
      int position = in.readInt();
      var bounds = new Interval(in.readDouble(), in.readDouble(), in.readDouble());
      places.put(position, new Examination.Place(bounds, in.readLong(), in.readLong()));
    }
    return new Examination(places, in.readInt(), in.readLong(), in.readBoolean());
  }

  private KeywordRelations relations() throws IOException {
    return new KeywordRelations(neighbours(), neighbours(), neighbours(), in.readLong());
  }

  private Map<String, List<KeywordRelations.Neighbour>> neighbours() throws IOException {
    var byWord = new HashMap<String, List<KeywordRelations.Neighbour>>();
    for (int n = in.readInt(); n > 0; n--) {
      String word = in.readUTF();
      var near = new ArrayList<KeywordRelations.Neighbour>();
      for (int m = in.readInt(); m > 0; m--) {
        near.add(new KeywordRelations.Neighbour(in.readUTF(), in.readDouble(), in.readLong()));
      }
      byWord.put(word, List.copyOf(near));
    }
    return byWord;
  }

  private ScoreModel model() throws IOException {
    return new ScoreModel(
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readBoolean(),
        in.readInt(),
        in.readLong(),
        in.readLong());
  }

  private SortedMap<String, Long> counts() throws IOException {
    var counts = new TreeMap<String, Long>();
    for (int n = in.readInt(); n > 0; n--) {
      counts.put(in.readUTF(), in.readLong());
    }
    return Collections.unmodifiableSortedMap(counts);
  }

  private Instant instant() throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  private @Nullable String text() throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  private @Nullable Long whole() throws IOException {
    return in.readBoolean() ? Long.valueOf(in.readLong()) : null;
  }

  private @Nullable Double number() throws IOException {
    return in.readBoolean() ? Double.valueOf(in.readDouble()) : null;
  }

  private @Nullable BigDecimal money() throws IOException {
    String text = text();
    return text == null ? null : new BigDecimal(text);
  }
}
