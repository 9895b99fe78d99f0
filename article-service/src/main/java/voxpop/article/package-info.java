/**
 * The shop window: starts the program, and reads the database where an entity would be too much.
 * What is published is in the packages below.
 */
@NullMarked
package voxpop.article;

import org.jspecify.annotations.NullMarked;
