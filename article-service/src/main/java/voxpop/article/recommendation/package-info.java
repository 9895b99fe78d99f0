/**
 * Readers recommend articles: each counted once, one count for all languages, told to the other
 * programs at most once a second. Who a reader is only the gateway knows.
 */
@NullMarked
package voxpop.article.recommendation;

import org.jspecify.annotations.NullMarked;
