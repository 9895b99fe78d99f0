/**
 * Authors, what they may do, and how they sign in: passwords, sign-ins, tokens and the key that
 * signs them. What a role allows is decided by whoever is asked to do something, here and in the
 * other services.
 */
@NullMarked
package voxpop.article.account;

import org.jspecify.annotations.NullMarked;
