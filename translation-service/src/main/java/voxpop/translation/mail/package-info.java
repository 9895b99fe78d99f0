/**
 * Sends letters by SMTP, where an administrator has said by which server. What is in them, to whom
 * they go and when, those decide who write them ({@code notice}).
 */
@NullMarked
package voxpop.translation.mail;

import org.jspecify.annotations.NullMarked;
