/**
 * The site's menu: lines that lead to topics, series, pages of the house and other addresses. What
 * they are called is translated as a wording; where they lead in a language is looked up there.
 */
@NullMarked
package voxpop.article.menu;

import org.jspecify.annotations.NullMarked;
