package voxpop.translation.mail;

import java.util.Map;
import java.util.UUID;

/**
 * A mail to one person, as plain text and as HTML.
 *
 * @param id makes its {@code Message-ID}: of a letter that is sent twice the server can drop one
 * @param language of what it says
 * @param headers further ones
 */
public record Letter(
    UUID id,
    String name,
    String address,
    String subject,
    String text,
    String html,
    String language,
    Map<String, String> headers) {}
