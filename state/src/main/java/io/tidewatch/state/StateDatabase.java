package io.tidewatch.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tidewatch.model.audit.AuditLog;
import io.tidewatch.model.campaign.CampaignStore;
import io.tidewatch.model.group.GroupMemory;
import io.tidewatch.model.group.SegmentStore;
import io.tidewatch.model.identity.MergeLedger;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.rule.AlertLog;
import io.tidewatch.model.rule.RuleStore;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The state of one service: rules, the log of alerts, persons, the ledger of merges, the log of
 * profiles and exports, answered groups, segments, campaigns. Opening it brings the tables to this
 * version. Safe from any thread.
 */
public final class StateDatabase implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int CONNECTIONS = 4;

  private final HikariDataSource pool;
  private final RuleStore rules;
  private final AlertLog alerts;
  private final MergeLedger merges;
  private final AuditLog audit;
  private final GroupMemory groups;
  private final SegmentStore segments;
  private final CampaignStore campaigns;

  private StateDatabase(HikariDataSource pool, String shown) {
    this.pool = pool;
    var transactions = new Transactions(pool, shown);
    this.rules = new JdbcRules(transactions);
    this.alerts = new JdbcAlerts(transactions);
    this.merges = new JdbcMergeLedger(transactions);
    this.audit = new JdbcAudit(transactions);
    this.groups = new JdbcGroups(transactions);
    this.segments = new JdbcSegments(transactions);
    this.campaigns = new JdbcCampaigns(transactions);
  }

  /**
   * Opens the state at {@code location}.
   *
   * @throws StoreUnavailableException when the database cannot be reached, or was made by a newer
   *     version
   */
  public static StateDatabase open(StateLocation location) {
    var config = new HikariConfig();
    config.setPoolName("state");
    config.setJdbcUrl(location.url());
    config.setUsername(location.user());
    config.setPassword(location.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setInitializationFailTimeout(-1);
    var pool = new HikariDataSource(config);
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:io/tidewatch/state/migration")
          .table("tidewatch_schema")
          .load()
          .migrate();
      return new StateDatabase(pool, location.shown());
    } catch (FlywayException e) {
      pool.close();
      throw new StoreUnavailableException("state: cannot be opened: " + location.shown(), e);
    }
  }

  public RuleStore rules() {
    return rules;
  }

  public AlertLog alerts() {
    return alerts;
  }

  public MergeLedger merges() {
    return merges;
  }

  public AuditLog audit() {
    return audit;
  }

  public GroupMemory groups() {
    return groups;
  }

  public SegmentStore segments() {
    return segments;
  }

  public CampaignStore campaigns() {
    return campaigns;
  }

  @Override
  public void close() {
    pool.close();
  }
}
