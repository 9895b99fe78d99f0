package voxpop.article.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;

/**
 * How somebody wants to be spoken and written to.
 *
 * @param language of the studio and of mails; null: the browser's
 * @param digest whether a translator gets mails about what went stale
 * @param token ends the mails for whoever has it
 * @param refused the code by which a mail server said that there is no such address
 */
@MappedEntity("author_preference")
record Preference(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID author,
    @Nullable String language,
    boolean digest,
    String token,
    @Nullable String refused) {}
