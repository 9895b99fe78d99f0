package voxpop.comment.spam;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A sum to be answered before something is written without an account.
 *
 * @param token to be sent back with the answer
 * @param question for people, in their language; in it stand two numbers in digits with +, − or ×
 *     between them
 */
@Serdeable
record Challenge(String token, String question, Instant expiresAt) {}
