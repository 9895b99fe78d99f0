package voxpop.gateway.wire;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * TLS at the door itself, where nobody before us ends it; HTTP/2 comes with it.
 *
 * @param enabled whether the door's port speaks TLS, and nothing else then
 * @param certificate file with the chain in PEM, our own first
 * @param key file with the private key in PEM, as PKCS #8 ({@code BEGIN PRIVATE KEY})
 * @param reload how often the files are looked at: a new certificate counts from the next
 *     connection on
 */
@ConfigurationProperties("voxpop.tls")
record TlsSettings(
    @Bindable(defaultValue = "false") boolean enabled,
    @Nullable String certificate,
    @Nullable String key,
    @Bindable(defaultValue = "10s") Duration reload) {}
