package io.tidewatch.model.behavior;

import io.tidewatch.model.record.StoreUnavailableException;
import java.util.List;

/** What is odd about stored behaviour. Safe from any thread. */
public interface BehaviorQuality {

  /**
   * The rules that facts of the window break, ordered by rule; rules that none breaks are left out.
   *
   * @throws StoreUnavailableException when the store cannot be read
   */
  List<QualityRow> quality(Window window);
}
