/**
 * What the house itself says to readers on many pages: names of topics and series, notes about
 * authors, the menu. Each is a text in one language that is announced, translated and given back as
 * articles are; what it stands for is known by the packages that say it.
 */
@NullMarked
package voxpop.article.wording;

import org.jspecify.annotations.NullMarked;
