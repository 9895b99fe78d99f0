/**
 * Pictures: taken in, made safe and small, kept and served in several widths, and set into an
 * article's HTML. Which article shows which picture is the articles' own business.
 */
@NullMarked
package voxpop.article.media;

import org.jspecify.annotations.NullMarked;
