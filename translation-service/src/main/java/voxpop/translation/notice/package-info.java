/**
 * Tells translators what went stale in their languages: in the studio, and by mail. That a sentence
 * is stale is found in {@code document} and {@code segment}; who translators are and where their
 * mail goes, article-service knows.
 */
@NullMarked
package voxpop.translation.notice;

import org.jspecify.annotations.NullMarked;
