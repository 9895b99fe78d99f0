/**
 * What readers see: pages made from templates, the house's own words in their languages, and its
 * style sheets, scripts and fonts. Where a page's matter comes from is {@code client}'s, how long
 * it is kept {@code edge}'s.
 */
@NullMarked
package voxpop.gateway.page;

import org.jspecify.annotations.NullMarked;
