/**
 * Finds editions by their words, and editions that are like another one. Each instance has an index
 * of its own, made from the database and kept current by the own change feed; what is published is
 * decided elsewhere.
 */
@NullMarked
package voxpop.article.search;

import org.jspecify.annotations.NullMarked;
