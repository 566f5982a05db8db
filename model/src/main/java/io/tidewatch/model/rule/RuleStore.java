package io.tidewatch.model.rule;

import io.tidewatch.model.record.StoreUnavailableException;
import java.util.List;
import java.util.Optional;

/**
 * Keeps rules. Safe from any thread; what was saved survives the end of the process. Every method
 * may throw {@link StoreUnavailableException}.
 */
public interface RuleStore {

  /** Adds a rule, or replaces the one with the same id. */
  void save(Rule rule);

  /** Every rule, oldest first, then by id. */
  List<Rule> list();

  Optional<Rule> get(String id);

  /**
   * Removes a rule with its episodes; its alerts stay in the log, and what was not delivered is
   * dropped. False when there is none of that id.
   */
  boolean delete(String id);
}
