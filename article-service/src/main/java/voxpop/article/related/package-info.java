/**
 * What else a reader of an edition may like: worked out from the search index when something is
 * published or changed, kept in a table, told to the other programs when it changes. How alike two
 * texts are the search knows.
 */
@NullMarked
package voxpop.article.related;

import org.jspecify.annotations.NullMarked;
