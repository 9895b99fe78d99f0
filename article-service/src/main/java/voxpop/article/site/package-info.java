/**
 * The one site of this house: its name, address, languages and policies, and the first start that
 * founds it. How it looks is the gateway's.
 */
@NullMarked
package voxpop.article.site;

import org.jspecify.annotations.NullMarked;
