package voxpop.kit.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One statement that a program sent to its database, and what it cost there by the session's own
 * counters.
 *
 * @param rows read, through an index or not, also from tables that were made for the answer
 * @param sorted rows that were sorted
 * @param temporary tables that were made for the answer
 * @param plan how the database goes about it; empty for a plain insertion
 */
public record Asked(String sql, long rows, long sorted, long temporary, List<Step> plan) {

  /**
   * A table in the plan.
   *
   * @param access as EXPLAIN names it; null where no table is read
   */
  public record Step(String table, String access, String key, String extra) {}

  /** What would take longer with more rows in the tables; empty for what is as it should be. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (Step step : plan) {
      String access = String.valueOf(step.access()).toUpperCase(Locale.ROOT);
      if (access.equals("ALL")) faults.add("reads all of " + step.table());
      if (access.equals("INDEX")) faults.add("reads all of an index of " + step.table());
      if (step.extra().contains("filesort")) faults.add("sorts " + step.table());
      if (step.extra().contains("temporary")) faults.add("makes a table of " + step.table());
    }
    if (sql.startsWith("SET ")) faults.add("a round trip that nobody needs");
    if (sorted > 0) faults.add("sorted " + sorted + " rows");
    if (temporary > 0) faults.add("made " + temporary + " tables");
    return faults.isEmpty() ? faults : List.of(String.join(", ", faults) + ": " + sql + " " + plan);
  }
}
