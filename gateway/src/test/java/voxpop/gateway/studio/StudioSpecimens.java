package voxpop.gateway.studio;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Author;
import voxpop.gateway.client.Picture;
import voxpop.gateway.client.Problem;
import voxpop.gateway.client.Site;
import voxpop.gateway.client.Topic;
import voxpop.gateway.page.Assets;
import voxpop.gateway.page.Messages;
import voxpop.gateway.page.Templates;
import voxpop.gateway.studio.Translation.Counts;

/** Every page of the studio with something on it, to look at and to check. */
public final class StudioSpecimens {
  private static final UUID ID = UUID.fromString("0199aa00-0000-7000-8000-000000000001");
  private static final Templates TEMPLATES = new Templates();
  private static final Messages MESSAGES = new Messages();
  private static final Site SITE =
      new Site(
          "Voxpop",
          "Was vor der Haustür geschieht",
          "http://localhost:8080",
          "de",
          List.of("de", "en", "es", "fr", "fi", "ar"),
          "Europe/Berlin",
          "published",
          "open",
          Map.of(),
          false,
          1,
          null);
  private static final Author ADA =
      new Author(ID, "ada", "Ada Brandt", "ada@example.org", Set.of("administrator"), Set.of());

  private static final House.Menu MENU =
      new House.Menu(
          ID,
          "de",
          "de",
          List.of(
              new House.Line("Stadt", "topic", "stadt"),
              new House.Line("Quellen", "address", "https://example.org/")));

  private StudioSpecimens() {}

  public static Map<String, byte[]> all(Assets assets) {
    var pages = new LinkedHashMap<String, byte[]>();
    var plain =
        new Studio(SITE, MESSAGES.in("de", null), assets, ADA, "token", "desk", "saved", null, 3);
    var stranger =
        new Studio(
            SITE,
            MESSAGES.in("de", null),
            assets,
            null,
            "token",
            "sign-in",
            null,
            new Problem("/problems/unauthorized", "Unauthorized", 401, null, List.of()),
            0);
    pages.put("sign-in", page("sign-in", stranger, Map.of("email", "", "to", "/studio/")));
    pages.put("desk", page("desk", plain, desk()));
    pages.put("write", page("write", section(plain, "write"), write(null)));
    pages.put(
        "write-conflict", page("write", section(plain, "write"), write(written("published"))));
    pages.put("translations", page("translations", section(plain, "translate"), translations()));
    pages.put("stale", page("stale", section(plain, "translate"), Map.of("stack", stale())));
    pages.put(
        "tongues",
        page("tongues", section(plain, "translate"), Map.of("article", ID, "stack", stack())));
    pages.put("bench", page("bench", section(plain, "translate"), bench("en")));
    pages.put("bench-ar", page("bench", section(plain, "translate"), bench("ar")));
    pages.put("moderate", page("moderate", section(plain, "moderate"), moderate()));
    pages.put("settings", page("settings", section(plain, "settings"), settings()));
    pages.put("people", page("people", section(plain, "people"), Map.of("people", people())));
    var person = new HashMap<String, @Nullable Object>();
    person.put("id", ID);
    person.put("form", PeopleController.Form.of(people().getFirst()));
    pages.put("person", page("person", section(plain, "people"), person));
    pages.put(
        "account",
        page(
            "account",
            section(plain, "account"),
            Map.of("own", new Household.Preferences("fr", true, "550 5.1.1"))));
    var leaving = new HashMap<String, @Nullable Object>();
    leaving.put("outcome", null);
    leaving.put("address", "token");
    pages.put("unsubscribe", page("unsubscribe", stranger, leaving));
    pages.put("pictures", page("pictures", section(plain, "pictures"), Map.of("shelf", shelf())));
    var conflict = bench("en");
    conflict.put("refused", "0199aa00-0000-7000-8000-0000000000a4");
    conflict.put("theirs", "Between them lay the <em>Lohe</em>, up to one’s knees.");
    pages.put("bench-conflict", page("bench", section(plain, "translate"), conflict));
    pages.put(
        "suggested",
        page(
            "suggested",
            section(plain, "translate"),
            Map.of(
                "stack",
                new Suggested.Stack(List.of(suggested()), null),
                "state",
                "waiting",
                "states",
                SuggestedController.STATES)));
    var exchange = new HashMap<String, @Nullable Object>();
    exchange.put("article", ID);
    exchange.put("bench", bench("en").get("bench"));
    exchange.put("form", ExchangeController.TextForm.EMPTY);
    exchange.put(
        "taken",
        new Exchanged(
            Map.of("saved", 3, "conflict", 1),
            List.of(new Exchanged.Item("0199aa00-0000-7000-8000-0000000000a2", "conflict")),
            null,
            null,
            null,
            List.of()));
    pages.put("exchange", page("exchange", section(plain, "translate"), exchange));
    pages.put(
        "house",
        page(
            "house",
            section(plain, "house"),
            Map.of(
                "written",
                List.of(written("published")),
                "menu",
                MENU,
                "series",
                List.of(new Topic("briefe", "Briefe", null)),
                "topics",
                List.of(new Topic("stadt", "Stadt", null), new Topic("river", "River", "en")))));
    pages.put(
        "menu",
        page(
            "menu",
            section(plain, "house"),
            Map.of(
                "form",
                MenuForm.of(MENU, "\"1\""),
                "choices",
                MenuForm.choices(
                    List.of(written("published")),
                    List.of(),
                    List.of(new Topic("stadt", "Stadt", null))))));
    var series = new HashMap<String, @Nullable Object>();
    series.put("slug", "briefe");
    series.put(
        "form",
        new SeriesController.Form(
            "Briefe", "Vom Fluss.", "de", "/de/eins\n/de/zwei", ID, "\"1\"", null, null));
    pages.put("series", page("series", section(plain, "house"), series));
    pages.put(
        "note",
        page(
            "note",
            section(plain, "note"),
            Map.of("id", ID, "form", new NoteController.Form("Schreibt hier.", "de", null))));
    pages.put(
        "topic",
        page(
            "topic",
            section(plain, "house"),
            Map.of(
                "slug",
                "stadt",
                "form",
                new TopicController.Form(
                    "Stadt", "Was zwischen den Häusern geschieht.", "de", ID, "\"1\"", null))));
    pages.put("replace", page("replace", section(plain, "translate"), replace()));
    return pages;
  }

  private static byte[] page(
      String name, Studio studio, Map<String, ? extends @Nullable Object> model) {
    var all = new HashMap<String, @Nullable Object>(model);
    all.put("studio", studio);
    return TEMPLATES.render("studio/" + name + ".jte", all);
  }

  private static Studio section(Studio studio, String section) {
    return new Studio(
        SITE, studio.words(), studio.assets(), ADA, "token", section, null, null, 128);
  }

  private static Map<String, @Nullable Object> settings() {
    var model = new HashMap<String, @Nullable Object>();
    model.put("form", SettingsController.Form.of(SITE, "\"1\""));
    Instant then = Instant.parse("2025-10-20T09:00:00Z");
    model.put("mail", new Workshop.Mail(true, then, "550 5.1.1", then));
    return model;
  }

  private static Map<String, @Nullable Object> desk() {
    var model = new HashMap<String, @Nullable Object>();
    model.put("written", List.of(written("published"), written("draft"), written("scheduled")));
    model.put("lagging", stack().items());
    model.put("held", queue().items());
    return model;
  }

  private static Written written(String status) {
    return new Written(
        ID,
        "post",
        "de",
        "Die Brücke, die keiner bestellt hat",
        BODY,
        "markdown",
        List.of("Stadt", "Fluss"),
        null,
        null,
        "open",
        status,
        4,
        status.equals("published") ? 3 : null,
        status.equals("scheduled") ? Instant.parse("2025-11-01T06:00:00Z") : null,
        Instant.parse("2025-10-20T09:00:00Z"),
        "Ada Brandt");
  }

  private static Revision revision(int number, String title) {
    Instant then = Instant.parse("2025-10-1" + number + "T07:00:00Z");
    return new Revision(number, title, null, null, List.of(), null, then, "Ada Brandt");
  }

  private static Map<String, @Nullable Object> write(@Nullable Written other) {
    var model = new HashMap<String, @Nullable Object>();
    model.put("id", ID);
    model.put("written", written("published"));
    model.put("form", ManuscriptForm.of(written("published"), "\"4\""));
    model.put("other", other);
    model.put("address", "/de/die-bruecke");
    model.put(
        "revisions",
        List.of(revision(4, "Die Brücke, die keiner bestellt hat"), revision(3, "Die Brücke")));
    model.put(
        "preview",
        "<p>Am Anfang stand ein Umweg. Wer vom Lindenhof zur Schule wollte, ging vierzehn"
            + " Minuten.</p><h2>Zweiundvierzig Bohlen</h2><p>Das Holz kam aus einer Scheune.</p>");
    return model;
  }

  private static Translation.Stack stack() {
    return new Translation.Stack(
        List.of(
            new Translation(
                ID,
                "post",
                "Die Brücke, die keiner bestellt hat",
                "de",
                "en",
                true,
                "stale",
                new Counts(31, 2, 0, 3, 0),
                true),
            new Translation(
                ID,
                "post",
                "Die Brücke, die keiner bestellt hat",
                "de",
                "fi",
                false,
                null,
                new Counts(0, 0, 12, 0, 24),
                false)),
        null,
        "Die Brücke, die keiner bestellt hat",
        "de");
  }

  private static Map<String, @Nullable Object> translations() {
    var model = new HashMap<String, @Nullable Object>();
    model.put("stale", stale());
    model.put("stack", stack());
    model.put("language", "en");
    model.put("published", List.of());
    return model;
  }

  private static StaleSentence.Stack stale() {
    return new StaleSentence.Stack(
        List.of(
            stale("a1", "Die Brücke, die keiner bestellt hat", "en", true),
            stale("a2", "Zwischen ihnen lag die Lohe, knietief.", "en", false),
            stale("a2", "Zwischen ihnen lag die Lohe, knietief.", "ar", false)),
        128,
        17,
        "15");
  }

  private static StaleSentence stale(String id, String source, String language, boolean unseen) {
    return new StaleSentence(
        ID,
        "Die Brücke, die keiner bestellt hat",
        "de",
        language,
        UUID.fromString("0199aa00-0000-7000-8000-0000000000" + id),
        source,
        Instant.parse("2025-10-20T09:00:00Z"),
        unseen);
  }

  private static Map<String, @Nullable Object> bench(String language) {
    boolean arabic = language.equals("ar");
    var rows =
        List.of(
            new Bench.Row(
                "0199aa00-0000-7000-8000-0000000000a1",
                "Die Brücke, die keiner bestellt hat",
                arabic ? "الجسر الذي لم يطلبه أحد" : "The bridge nobody ordered",
                "approved",
                3,
                "title",
                "text",
                null,
                "person",
                null,
                null,
                null,
                List.of(),
                List.of()),
            new Bench.Row(
                "0199aa00-0000-7000-8000-0000000000a2",
                "Am Anfang stand ein Umweg.",
                arabic ? "في البداية كان هناك طريق ملتوٍ." : "It began with a detour.",
                "approved",
                1,
                "text",
                "html",
                null,
                "person",
                null,
                null,
                null,
                List.of(),
                List.of()),
            new Bench.Row(
                "0199aa00-0000-7000-8000-0000000000a3",
                "Wer vom Lindenhof zur Schule wollte, ging vierzehn Minuten: die Böschung hinauf,"
                    + " über die Bundesstraße, die Böschung hinunter.",
                arabic
                    ? null
                    : "Whoever wanted to get from Lindenhof to the school walked twelve minutes: up"
                        + " the bank, across the trunk road, down the bank.",
                "stale",
                2,
                "text",
                "html",
                "Wer vom Lindenhof zur Schule wollte, ging zwölf Minuten: die Böschung hinauf, über"
                    + " die Bundesstraße, die Böschung hinunter.",
                "person",
                new Bench.Row.Proposed(
                    "Whoever wanted to get from Lindenhof to the school walked fourteen minutes: up"
                        + " the bank, across the trunk road, down the bank.",
                    "apertium",
                    true),
                null,
                null,
                List.of(),
                List.of()),
            new Bench.Row(
                "0199aa00-0000-7000-8000-0000000000a4",
                "Dazwischen lag die <em>Lohe</em>, knietief.",
                arabic ? null : "In between was the <em>Lohe</em>, knee deep.",
                "machine",
                1,
                "text",
                "html",
                null,
                "apertium",
                null,
                null,
                null,
                List.of(),
                List.of()),
            new Bench.Row(
                "0199aa00-0000-7000-8000-0000000000a5",
                "„Man kann zwanzig Jahre lang Anträge schreiben“, sagt Werner Koss, „oder man kann"
                    + " einen Nachmittag lang Pfosten setzen.“",
                arabic
                    ? null
                    : "“You can spend twenty years writing applications,” says Werner Koss",
                "draft",
                1,
                "text",
                "html",
                null,
                "person",
                null,
                null,
                null,
                List.of(new Bench.Row.Warning("Anträge", "translate", "applications", null)),
                List.of()),
            new Bench.Row(
                "0199aa00-0000-7000-8000-0000000000a6",
                "Er hat beides getan.",
                null,
                "missing",
                0,
                "text",
                "html",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of()));
    var model = new HashMap<String, @Nullable Object>();
    model.put("article", ID);
    model.put(
        "bench",
        new Bench(
            ID,
            "post",
            language,
            "de",
            null,
            !arabic,
            null,
            arabic ? null : "stale",
            new Counts(2, 1, 1, 1, 1),
            !arabic,
            rows));
    model.put("rows", rows);
    model.put("state", null);
    model.put("refused", null);
    model.put("theirs", null);
    model.put("readers", List.of(suggested()));
    model.put("seen", "a b");
    model.put("at", "0199aa00-0000-7000-8000-0000000000a5");
    model.put(
        "offers",
        new Offers(
            List.of(
                new Offers.Offer(
                    "„Man kann Anträge schreiben“, sagt Werner Koss.",
                    arabic
                        ? "«يمكنك كتابة الطلبات»"
                        : "“You can write applications,” says Werner Koss.",
                    78,
                    "person",
                    "Tom Adler")),
            List.of(
                new Offers.Term("Anträge", arabic ? "طلبات" : "applications", "translate"),
                new Offers.Term("Koss", null, "keep"))));
    return model;
  }

  private static Suggested suggested() {
    return new Suggested(
        UUID.fromString("0199aa00-0000-7000-8000-0000000000b1"),
        ID,
        "Die Brücke, die keiner bestellt hat",
        "de",
        "en",
        "0199aa00-0000-7000-8000-0000000000a2",
        "Am Anfang stand ein Umweg.",
        "It began with a detour.",
        "It began with a detour.",
        "At first there was a detour.",
        "waiting",
        true,
        3,
        Instant.parse("2025-10-20T09:00:00Z"),
        null);
  }

  private static Map<String, Object> replace() {
    var model = bench("en");
    var bench = (Bench) model.get("bench");
    var replacing = new Replacing("bridge", "footbridge", false);
    return Map.of(
        "article",
        ID,
        "bench",
        bench,
        "replacing",
        replacing,
        "hits",
        replacing.hits(bench.segments()),
        "reasons",
        Map.of());
  }

  private static Moderating.Queue queue() {
    return new Moderating.Queue(
        List.of(
            new Moderating.Judged(
                ID,
                ID,
                "Jürgen",
                "<p>Das Geländer wackelt am dritten Pfosten.</p>",
                "de",
                Instant.parse("2025-10-20T03:12:00Z"),
                "held",
                "links"),
            new Moderating.Judged(
                UUID.fromString("0199aa00-0000-7000-8000-000000000002"),
                ID,
                "Mireille",
                "<p>Nous avons eu la même histoire.</p>",
                "fr",
                Instant.parse("2025-10-20T02:12:00Z"),
                "held",
                null)),
        null,
        2);
  }

  private static Map<String, Object> moderate() {
    return Map.of("queue", queue(), "status", "held", "queues", ModerateController.QUEUES);
  }

  private static List<Household.Person> people() {
    return List.of(
        new Household.Person(
            ID, "ada@example.org", "ada", "Ada Brandt", null, List.of("administrator"), List.of()),
        new Household.Person(
            UUID.fromString("0199aa00-0000-7000-8000-000000000003"),
            "tom@example.org",
            "tom-adler",
            "Tom Adler",
            null,
            List.of("author", "translator"),
            List.of("en", "fi")));
  }

  private static Manuscripts.Shelf shelf() {
    return new Manuscripts.Shelf(
        List.of(
            new Picture(
                ID,
                1600,
                1000,
                "Ein Steg",
                null,
                List.of(new Picture.Variant("/media/bruecke/480.jpg", 480))),
            new Picture(
                UUID.fromString("0199aa00-0000-7000-8000-000000000004"),
                1600,
                1000,
                "Brote",
                null,
                List.of(new Picture.Variant("/media/brot/480.jpg", 480)))),
        null);
  }

  private static final String BODY =
      """
      Am Anfang stand ein Umweg. Wer vom Lindenhof zur Schule wollte, ging vierzehn Minuten: die Böschung hinauf, über die Bundesstraße, die Böschung hinunter.

      ## Zweiundvierzig Bohlen

      Das Holz kam aus einer Scheune in Kleinwasser.
      """;
}
