/**
 * Articles as readers get them, one edition per language: slugs, pages, lists, sources and the
 * sitemap, and the editions that translation-service has ready. Nothing here knows of drafts.
 */
@NullMarked
package voxpop.article.edition;

import org.jspecify.annotations.NullMarked;
