package voxpop.gateway.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Alternate;
import voxpop.gateway.client.ArticlePage;
import voxpop.gateway.client.Byline;
import voxpop.gateway.client.Challenge;
import voxpop.gateway.client.Comment;
import voxpop.gateway.client.Discussion;
import voxpop.gateway.client.EditionLink;
import voxpop.gateway.client.EditionSummary;
import voxpop.gateway.client.Listing;
import voxpop.gateway.client.Menus;
import voxpop.gateway.client.Picture;
import voxpop.gateway.client.SeriesPart;
import voxpop.gateway.client.Site;
import voxpop.gateway.client.Teaser;
import voxpop.gateway.client.Topic;

/** A small blog, written for the tests, with all that pages have to cope with. */
final class Specimens {
  static final Site SITE =
      new Site(
          "Voxpop",
          "Was vor der Haustür geschieht, von denen erzählt, die dabei waren",
          "http://localhost:8080",
          "de",
          List.of("de", "en", "es", "fr", "fi", "tr"),
          "Europe/Berlin",
          "published",
          "open",
          Map.of(),
          false,
          1,
          Map.of(
              "de",
              List.of(
                  new Menus.Line("Über uns", "de", "/de/ueber-uns"),
                  new Menus.Line("Stadt", "de", "/de/topic/stadt"),
                  new Menus.Line("Imprint", "en", "/en/imprint"))));

  static final UUID ARTICLE = UUID.fromString("0199aa00-0000-7000-8000-000000000001");
  static final Byline HANNA =
      new Byline(
          "hanna-reuter",
          "Hanna Reuter",
          "wohnt seit elf Jahren am Fluss und schreibt auf, was dort angespült wird.",
          "de");
  static final Byline TOM = new Byline("tom-adler", "Tom Adler", null, null);
  static final List<Topic> TOPICS =
      List.of(new Topic("stadt", "Stadt", null), new Topic("fluss", "Fluss", null));

  private Specimens() {}

  static Picture picture(String name, String alt, @Nullable String caption) {
    return new Picture(
        UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        1600,
        1000,
        alt,
        caption,
        List.of(
            new Picture.Variant("/media/" + name + "/480.jpg", 480),
            new Picture.Variant("/media/" + name + "/960.jpg", 960),
            new Picture.Variant("/media/" + name + "/1600.jpg", 1600)));
  }

  static EditionSummary summary(
      int n,
      String title,
      String gist,
      Byline author,
      List<Topic> topics,
      @Nullable Picture picture,
      String origin,
      String status) {
    return new EditionSummary(
        UUID.fromString("0199aa00-0000-7000-8000-00000000001" + n),
        "de",
        "de",
        "beitrag-" + n,
        title,
        gist,
        origin,
        status,
        author,
        topics,
        Instant.parse("2025-10-1" + (9 - n % 9) + "T07:30:00Z"),
        null,
        picture,
        4,
        12,
        List.of());
  }

  static final Listing HOME =
      new Listing(
          "home",
          null,
          null,
          List.of(
              summary(
                  0,
                  "Die Brücke, die keiner bestellt hat",
                  "Drei Nachbarn, ein Haufen Eichenbohlen und ein Sommer: Wie der Steg über die"
                      + " Lohe entstand, was das Amt dazu sagte, und warum er stehen bleiben darf.",
                  HANNA,
                  TOPICS,
                  picture("bruecke", "Ein Holzsteg über einen Fluss", null),
                  "original",
                  "current"),
              summary(
                  1,
                  "Der letzte Setzer der Mühlgasse schließt zu",
                  "Vierzig Jahre lang roch es hier nach Blei. Ein Vormittag beim Ausräumen der"
                      + " Setzkästen.",
                  TOM,
                  List.of(new Topic("arbeit", "Arbeit", null)),
                  null,
                  "original",
                  "current"),
              summary(
                  2,
                  "Wer zählt eigentlich die Mauersegler?",
                  "Eine Frau, ein Klappstuhl, neunzehn Sommer.",
                  HANNA,
                  List.of(new Topic("natur", "Natur", null)),
                  null,
                  "human",
                  "current"),
              summary(
                  3,
                  "Nachtbus 7: eine Liebeserklärung",
                  "Um halb drei steigen Leute ein, die sich sonst nie begegnen.",
                  TOM,
                  List.of(new Topic("stadt", "Stadt", null)),
                  null,
                  "machine",
                  "stale"),
              summary(
                  4,
                  "Brot, das zwei Tage dauert",
                  "Warum eine Bäckerin lieber weniger verkauft, und was ihre Schlange vor der Tür"
                      + " davon hält.",
                  TOM,
                  List.of(new Topic("essen", "Essen", null)),
                  picture("brot", "Brote im Regal", null),
                  "original",
                  "current"),
              summary(
                  5,
                  "Das Freibad bleibt offen, sagt die Badeaufsicht",
                  "Der Rat hatte anders gerechnet. Dann kam eine Schulklasse mit einem"
                      + " Taschenrechner.",
                  HANNA,
                  List.of(new Topic("stadt", "Stadt", null)),
                  picture("freibad", "Ein leeres Schwimmbecken", null),
                  "original",
                  "current"),
              summary(
                  6,
                  "Ein Fahrrad für alle im Haus",
                  "Sechs Parteien, ein Lastenrad, ein Kalender.",
                  TOM,
                  List.of(new Topic("haus", "Haus", null)),
                  null,
                  "human",
                  "stale")),
          "b3BhcXVl",
          List.of(),
          null);

  static ArticlePage article(String origin, String status) {
    return new ArticlePage(
        ARTICLE,
        "de",
        "ltr",
        "die-bruecke-die-keiner-bestellt-hat",
        "Die Brücke, die keiner bestellt hat",
        "Drei Nachbarn, ein Haufen Eichenbohlen und ein Sommer: Wie der Steg über die Lohe"
            + " entstand, was das Amt dazu sagte, und warum er stehen bleiben darf.",
        TEXT,
        origin,
        status,
        "de",
        "post",
        Instant.parse("2025-10-19T07:30:00Z"),
        Instant.parse("2025-10-20T09:00:00Z"),
        3,
        4,
        812,
        HANNA,
        TOPICS,
        picture(
            "bruecke",
            "Ein schmaler Holzsteg führt über einen flachen Fluss in der Abendsonne",
            "Achtzehn Meter, zweiundvierzig Bohlen: der Steg an der Lohe am Tag nach der Abnahme."),
        List.of(
            new EditionLink(
                "de",
                "die-bruecke-die-keiner-bestellt-hat",
                "Die Brücke, die keiner bestellt hat",
                "original",
                "current",
                3),
            new EditionLink(
                "en",
                "the-bridge-nobody-ordered",
                "The bridge nobody ordered",
                "human",
                "current",
                3),
            new EditionLink(
                "es",
                "el-puente-que-nadie-pidio",
                "El puente que nadie pidió",
                "machine",
                "current",
                3),
            new EditionLink(
                "fr",
                "le-pont-que-personne-navait-commande",
                "Le pont que personne n’avait commandé",
                "human",
                "stale",
                2)),
        origin.equals("machine")
            ? List.of(
                new Alternate("en", "/en/the-bridge-nobody-ordered"),
                new Alternate("x-default", "/en/the-bridge-nobody-ordered"))
            : List.of(
                new Alternate("de", "/de/die-bruecke-die-keiner-bestellt-hat"),
                new Alternate("en", "/en/the-bridge-nobody-ordered"),
                new Alternate("fr", "/fr/le-pont-que-personne-navait-commande"),
                new Alternate("x-default", "/de/die-bruecke-die-keiner-bestellt-hat")),
        List.of(
            new Teaser(
                UUID.randomUUID(),
                "de",
                "beitrag-4",
                "Brot, das zwei Tage dauert",
                null,
                null,
                picture("brot", "Brote", null)),
            new Teaser(
                UUID.randomUUID(),
                "de",
                "beitrag-5",
                "Das Freibad bleibt offen, sagt die Badeaufsicht",
                null,
                null,
                picture("freibad", "Becken", null)),
            new Teaser(
                UUID.randomUUID(),
                "de",
                "beitrag-1",
                "Der letzte Setzer der Mühlgasse schließt zu",
                null,
                null,
                picture("setzer", "Setzkasten", null))),
        new SeriesPart(
            "ein-jahr-am-fluss",
            "Ein Jahr am Fluss",
            null,
            2,
            3,
            new SeriesPart.Neighbour("de", "beitrag-6", "Was das Hochwasser brachte"),
            new SeriesPart.Neighbour("de", "beitrag-7", "Ein Sommer ohne Regen")),
        47,
        "open");
  }

  static final Discussion TALK =
      new Discussion(
          List.of(
              comment(
                  1,
                  null,
                  "Jürgen",
                  "<p>Ich bin jeden Morgen mit dem Hund da drüber. Das Geländer wackelt am dritten"
                      + " Pfosten ein bisschen, sonst: <em>Hut ab</em>.</p>",
                  "de",
                  0,
                  "published"),
              comment(
                  2,
                  1,
                  "Hanna Reuter",
                  "<p>Danke, den Pfosten sehen wir uns am Samstag an. Wer einen 12er-Schlüssel hat,"
                      + " darf gern mitkommen.</p>",
                  "de",
                  1,
                  "published"),
              comment(
                  3,
                  2,
                  "Mireille",
                  "<p>Nous avons eu la même histoire avec une passerelle près de Colmar. La nôtre a"
                      + " été démontée au bout de deux semaines…</p>",
                  "fr",
                  2,
                  "published"),
              comment(
                  4,
                  null,
                  "Aylin",
                  "<p>Könnt ihr beim nächsten Mal vorher Bescheid sagen? Die Teichhühner brüten bis"
                      + " Ende Juli.</p><p>Quelle: <a href=\"https://example.org/\" rel=\"nofollow"
                      + " ugc\">Brutzeiten</a></p>",
                  "de",
                  0,
                  "held")),
          null,
          4);

  static final Challenge SUM =
      new Challenge("v1.token", "Wie viel ist 4 + 5?", Instant.parse("2025-10-20T10:00:00Z"));

  private static Comment comment(
      int n,
      @Nullable Integer parent,
      String name,
      String html,
      String language,
      int depth,
      String status) {
    return new Comment(
        id(n),
        ARTICLE,
        parent == null ? null : id(parent),
        name,
        null,
        html,
        language,
        Instant.parse("2025-10-20T0" + n + ":12:00Z"),
        status,
        null,
        null,
        n == 2 ? id(9) : null,
        depth,
        null);
  }

  private static UUID id(int n) {
    return UUID.fromString("0199aa00-0000-7000-9000-00000000000" + n);
  }

  private static final String TEXT =
      """
      <p>Am Anfang stand ein Umweg. Wer vom Lindenhof zur Schule wollte, ging vierzehn Minuten: die Böschung hinauf, über die
      Bundesstraße, die Böschung hinunter. Luftlinie waren es hundertzehn Meter. Dazwischen lag die <em>Lohe</em>, knietief, im
      Sommer ein Rinnsal, im Februar 2023 ein See.</p>
      <p>„Man kann zwanzig Jahre lang Anträge schreiben“, sagt Werner Koss, „oder man kann einen Nachmittag lang Pfosten
      setzen.“ Er hat beides getan. Die Anträge füllen einen Ordner, der auf seinem Küchentisch liegt wie ein zweiter Brotlaib.</p>
      <h2>Zweiundvierzig Bohlen</h2>
      <p>Das Holz kam aus einer Scheune in Kleinwasser, die ohnehin abgerissen wurde. Die Rechnung war einfach, und sie ging trotzdem
      zweimal nicht auf:</p>
      <table><thead><tr><th>Was</th><th>Wie viel</th><th>Woher</th></tr></thead><tbody>
      <tr><td>Eichenbohlen</td><td>42</td><td>Scheune Kleinwasser</td></tr>
      <tr><td>Pfosten, gerammt</td><td>16</td><td>Forstamt, geschenkt</td></tr>
      <tr><td>Schrauben</td><td>1.180</td><td>bar bezahlt</td></tr></tbody></table>
      <blockquote><p>Ein Steg ist eine Meinung, auf der man stehen kann.</p></blockquote>
      <p>Im Juni standen die ersten acht Pfosten. Im Juli stand ein Herr vom Amt daneben, lange, ohne etwas zu sagen. Dann fragte er, ob er
      einmal hinübergehen dürfe.</p>
      <h3>Was das Amt schließlich schrieb</h3>
      <ul><li>Der Steg gilt als <strong>Spielgerät</strong> und wird jährlich geprüft.</li>
      <li>Ein Schild <code>Betreten auf eigene Gefahr</code> ist anzubringen.</li>
      <li>Das Geländer muss bis Oktober auf beiden Seiten stehen.</li></ul>
      <p>Seit Montag steht es. Der Schulweg dauert jetzt vier Minuten, wenn man nicht stehen bleibt und ins Wasser schaut. Aber wer tut
      das schon.</p>
      """;
}
