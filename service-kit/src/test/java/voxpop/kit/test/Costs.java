package voxpop.kit.test;

import java.util.ArrayList;
import java.util.List;

/**
 * What requests cost the database, one after the other; taken again when there is more in it, and
 * compared. Whatever is wrong is kept and told at the end, so that one look shows all.
 */
public final class Costs {
  private record Cost(String request, long rows) {}

  private final List<Cost> costs = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * Sends a request.
   *
   * @param most rows that may be read for it
   */
  public void of(String name, long most, Runnable request) {
    List<Asked> asked = Statements.during(request);
    if (asked.isEmpty()) faults.add(name + " asks nothing of the database");
    asked.forEach(one -> one.faults().forEach(fault -> faults.add(name + ": " + fault)));
    long rows = asked.stream().mapToLong(Asked::rows).sum();
    if (rows > most) {
      faults.add(
          "%s reads %s rows: %s"
              .formatted(
                  name, rows, asked.stream().map(one -> one.rows() + " " + one.sql()).toList()));
    }
    costs.add(new Cost(name, rows));
  }

  /** What shouldn't be: sorting, piling up, reading what isn't shown. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /**
   * What costs more than it did in a smaller database; the requests are the same in the same order.
   *
   * @param slack rows more that don't count
   */
  public List<String> beyond(Costs smaller, long slack) {
    List<String> grown = new ArrayList<>();
    for (int i = 0; i < costs.size(); i++) {
      Cost few = smaller.costs.get(i);
      if (costs.get(i).rows() > few.rows() + slack) {
        grown.add(few.request() + ": " + few.rows() + " → " + costs.get(i).rows() + " rows");
      }
    }
    return grown;
  }
}
