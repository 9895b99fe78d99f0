package voxpop.article.site;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PostConstruct;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import voxpop.article.Sql;
import voxpop.article.account.Authors;

/**
 * Founds the site with its administrator when its database is new; afterwards the settings are the
 * database's.
 */
@Context
class FirstStart {

  private final Sites sites;
  private final Authors authors;
  private final Sql sql;
  private final TransactionOperations<Connection> transactions;
  private final SiteInput site;
  private final String email;
  private final String password;
  private final String displayName;

  FirstStart(
      Sites sites,
      Authors authors,
      Sql sql,
      TransactionOperations<Connection> transactions,
      @Value("${voxpop.site.name:Voxpop}") String name,
      @Value("${voxpop.site.address:`http://localhost:8080`}") String address,
      @Value("${voxpop.site.language:de}") String language,
      @Value("${voxpop.site.languages:`de,en,es,fr,fi,tr`}") String languages,
      @Value("${voxpop.site.time-zone:UTC}") String timeZone,
      @Value("${voxpop.admin.email:}") String email,
      @Value("${voxpop.admin.password:}") String password,
      @Value("${voxpop.admin.name:Administrator}") String displayName) {
    this.sites = sites;
    this.authors = authors;
    this.sql = sql;
    this.transactions = transactions;
    this.site =
        new SiteInput(
            name, "", address, language, words(languages), timeZone, null, null, null, null);
    this.email = email;
    this.password = password;
    this.displayName = displayName;
  }

  @PostConstruct
  void found() {
    if (sql.one("SELECT 1 FROM site", row -> row.getInt(1)).isPresent()) return;
    // of two instances that start at once, the second waits here until the first has committed, and
    // finds it done
    transactions.executeWrite(
        status -> {
          if (sites.found(site.toSite(1)))
            authors.createAdministrator(email, password, displayName);
          return status;
        });
  }

  private static List<String> words(String joined) {
    return Arrays.stream(joined.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
