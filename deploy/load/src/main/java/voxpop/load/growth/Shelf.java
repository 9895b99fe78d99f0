package voxpop.load.growth;

import java.sql.SQLException;

/** What one service has of an article, as rows of its schema. */
interface Shelf {
  String schema();

  /** The table and column in which each article of this service is found. */
  String key();

  /** What there is once: authors, topics. */
  default void begin(Rows rows) throws SQLException {}

  /**
   * @param of how many articles there will be in all
   */
  void put(Rows rows, FeedRows feed, Written article, int of) throws SQLException;
}
