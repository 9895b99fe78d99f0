/**
 * This service's own copy of what it must know of articles and site to answer alone: identifiers,
 * states, comment rules and languages, kept current by article-service's feed. What an article
 * says, and where it is read, is left to article-service.
 */
@NullMarked
package voxpop.comment.article;

import org.jspecify.annotations.NullMarked;
