/**
 * Sample articles with their authors, pictures, comments and translations, put in through the same
 * public API that everybody uses. All of it was written for this project; the texts are in {@code
 * /demo} among the resources.
 */
@NullMarked
package voxpop.local.demo;

import org.jspecify.annotations.NullMarked;
