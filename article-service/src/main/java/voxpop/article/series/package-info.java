/**
 * Series: articles in the order in which they are to be read, under a name of their own. Their
 * names are translated as wordings; their articles know nothing of it.
 */
@NullMarked
package voxpop.article.series;

import org.jspecify.annotations.NullMarked;
