package io.tidewatch.trend.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.vector.Neighbor;
import io.tidewatch.model.vector.VectorIndex;
import io.tidewatch.trend.IndexTerm;
import io.tidewatch.trend.vector.VectorRules;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Vectors in one index of a cluster, in a hierarchical navigable small world (HNSW) graph. A write
 * is durable when it returns.
 */
public final class ElasticVectorIndex implements VectorIndex {
  private static final String TAGS = "tags";
  private static final String VECTOR = "vector";

  private final ElasticCalls calls;
  private final String index;
  private final VectorRules rules;

  /** An entry as it is indexed; of it only the id is read back. */
  private record Entry(String name, List<Float> vector, List<String> tags) {}

  /** Opens or creates the index that {@code settings} names; {@code dimensions} must stay. */
  public ElasticVectorIndex(ElasticSettings settings, int dimensions) {
    this.rules = new VectorRules(dimensions);
    this.calls = new ElasticCalls(settings);
    this.index = settings.index();
    try {
      if (!calls.ask("opened", c -> c.indices().exists(e -> e.index(index)).value())) {
        calls.ask(
            "created",
            c -> c.indices()
                .create(i -> i.index(index).withJson(new StringReader(definition(dimensions)))));
      }
    } catch (StoreUnavailableException e) {
      calls.close();
      throw e;
    }
  }

  private static String definition(int dimensions) {
    return """
        {"settings": {"refresh_interval": "-1", "auto_expand_replicas": "0-1",
            "translog.durability": "request"},
         "mappings": {"dynamic": "strict", "_source": {"includes": ["name"]},
            "properties": {
              "name": {"type": "keyword", "index": false, "doc_values": false},
              "tags": {"type": "keyword", "doc_values": false},
              "vector": {"type": "dense_vector", "dims": %d, "index": true,
                "similarity": "cosine", "index_options": {"type": "hnsw"}}}}}
        """.formatted(dimensions);
  }

  @Override
  public int dimensions() {
    return rules.dimensions();
  }

  @Override
  public void put(String id, float[] vector, Set<String> tags) {
    var numbers = new ArrayList<Float>(vector.length);
    for (float x : rules.checked(vector)) {
      numbers.add(x);
    }
    Entry entry = new Entry(id, numbers, tags.stream().map(IndexTerm::of).toList());
    calls.ask(
        "written", c -> c.index(i -> i.index(index).id(ElasticNames.id(id)).document(entry)));
  }

  @Override
  public void delete(String id) {
    // an entry that is not there is answered, not thrown
    calls.ask("written", c -> c.delete(d -> d.index(index).id(ElasticNames.id(id))));
  }

  @Override
  public List<Neighbor> nearest(float[] vector, int k, Set<String> tags) {
    int candidates = VectorRules.candidates(k);
    var numbers = new ArrayList<Float>(vector.length);
    for (float x : rules.checked(vector)) {
      numbers.add(x);
    }
    List<Query> filter =
        tags.stream().map(tag -> ElasticQuery.term(TAGS, IndexTerm.of(tag))).toList();
    var hits = calls
        .ask(
            "read",
            c -> c.search(
                s -> s.index(index)
                    .size(candidates)
                    .knn(n -> n.field(VECTOR)
                        .queryVector(numbers)
                        .k(candidates)
                        .numCandidates(candidates)
                        .filter(filter)),
                Entry.class))
        .hits()
        .hits();
    var found = new ArrayList<Neighbor>();
    for (var hit : hits) {
      found.add(new Neighbor(
          Objects.requireNonNull(hit.source()).name(),
          VectorRules.cosine(Objects.requireNonNull(hit.score()))));
    }
    return VectorRules.best(found, k);
  }

  @Override
  public long count() {
    return calls.ask("read", c -> c.count(n -> n.index(index)).count());
  }

  @Override
  public void commit() {
    calls.ask("refreshed", c -> c.indices().refresh(r -> r.index(index)));
  }

  @Override
  public void close() {
    calls.close();
  }
}
