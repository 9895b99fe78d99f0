/**
 * What articles are about: an address for each topic and its name in each language. Which editions
 * are listed under it is kept by the edition's tables.
 */
@NullMarked
package voxpop.article.topic;

import org.jspecify.annotations.NullMarked;
