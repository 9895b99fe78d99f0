/**
 * The translation workshop as a program. What it does is in the packages below; what readers get is
 * kept by article-service.
 */
@NullMarked
package voxpop.translation;

import org.jspecify.annotations.NullMarked;
