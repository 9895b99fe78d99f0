/**
 * Writing: drafts, their revisions, and the way to readers and back, at once or at a set time. What
 * readers then get is the edition's business; putting it into other languages is
 * translation-service's.
 */
@NullMarked
package voxpop.article.article;

import org.jspecify.annotations.NullMarked;
