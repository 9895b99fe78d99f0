/**
 * Owns readers' comments in other languages: made when somebody asks for one, kept as long as the
 * comment says the same. The comments themselves are comment-service's.
 */
@NullMarked
package voxpop.translation.comment;

import org.jspecify.annotations.NullMarked;
