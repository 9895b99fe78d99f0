package voxpop.gateway.page;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Alternate;
import voxpop.gateway.client.ArticlePage;
import voxpop.gateway.client.Challenge;
import voxpop.gateway.client.Comment;
import voxpop.gateway.client.CommentText;
import voxpop.gateway.client.Discussion;
import voxpop.gateway.client.EditionLink;
import voxpop.gateway.client.Listing;
import voxpop.gateway.client.Problem;
import voxpop.gateway.client.Sentence;
import voxpop.gateway.client.Site;
import voxpop.gateway.edge.Engines;

/**
 * Writes the pages that readers see: whole, in UTF-8, and for {@link Visit#STRANGER} the same for
 * everybody.
 */
@Singleton
public final class Pages {
  /** What stands where the site's own name should while nobody can be asked for it. */
  private static final Site UNKNOWN =
      new Site("Voxpop", null, "", "en", List.of(), "UTC", null, null, null, null, 0, null);

  private final Templates templates;
  private final Messages messages;
  private final Assets assets;
  private final BiPredicate<String, String> engines;

  @Inject
  Pages(Templates templates, Messages messages, Assets assets, Engines engines) {
    this(templates, messages, assets, engines::translate);
  }

  Pages(
      Templates templates, Messages messages, Assets assets, BiPredicate<String, String> engines) {
    this.templates = templates;
    this.messages = messages;
    this.assets = assets;
    this.engines = engines;
  }

  /**
   * The newest editions, a topic or an author.
   *
   * @param path this list's address below the site, with {@code ?after=} where it isn't the first
   *     page
   */
  public byte[] listing(Site site, String language, Listing listing, String path) {
    boolean home =
        listing.kind() == null
            || "home".equals(listing.kind())
            || path.startsWith("/" + language + "/?")
            || path.equals("/" + language + "/");
    boolean first = path.indexOf('?') < 0;
    String plain = first ? path : path.substring(0, path.indexOf('?'));
    String title = home || listing.title() == null ? site.name() : listing.title();
    Frame frame =
        frame(
            site,
            language,
            path,
            title,
            home ? site.tagline() : listing.note(),
            first ? places(listing.alternates()) : Map.of(),
            first ? listing.alternates() : List.of(),
            true);
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("frame", frame);
    model.put("listing", listing);
    model.put("kind", home ? "home" : listing.kind());
    model.put(
        "more", listing.next() == null ? null : plain + "?after=" + encode(listing.next(), UTF_8));
    model.put("front", home && first);
    return templates.render("listing.jte", model);
  }

  /** The search form, and what was found if something was asked for. */
  public byte[] search(Site site, String language, String query, @Nullable Listing found) {
    String path =
        "/" + language + "/search" + (query.isEmpty() ? "" : "?q=" + encode(query, UTF_8));
    Words words = messages.in(language, site.language());
    String title = query.isEmpty() ? words.say("search.title") : words.say("search.for", query);
    Frame frame = frame(site, language, path, title, null, Map.of(), List.of(), false);
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("frame", frame);
    model.put("query", query);
    model.put("listing", found);
    model.put(
        "more",
        found == null || found.next() == null
            ? null
            : path + "&after=" + encode(found.next(), UTF_8));
    return templates.render("search.jte", model);
  }

  /**
   * An article with its thread.
   *
   * @param discussion null when the comments couldn't be had: the page says so
   */
  public byte[] article(Site site, ArticlePage page, @Nullable Discussion discussion, Visit visit) {
    Frame frame = articleFrame(site, page, Links.told(page.language(), page.alternates()));
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("frame", frame);
    model.put("page", page);
    model.put("discussion", discussion);
    model.put("visit", visit);
    model.put("gist", Opening.gist(page));
    model.put("picture", Opening.picture(page));
    model.put("social", Social.of(frame, page));
    return templates.render("article.jte", model);
  }

  /**
   * An article as readers will see it, for whoever works on it.
   *
   * @param back where they came from
   */
  public byte[] preview(Site site, ArticlePage page, String back) {
    return article(site, page, new Discussion(List.of(), null, 0), new Visit(null, back));
  }

  /** A further stretch of a long thread, as a page of its own. */
  public byte[] thread(Site site, ArticlePage page, Discussion discussion) {
    return templates.render(
        "thread.jte",
        Map.of("frame", articleFrame(site, page, false), "page", page, "discussion", discussion));
  }

  /**
   * The second step of a comment: what was typed, the sum, and what was wrong. Also the form that
   * answers a comment without JavaScript ({@link CommentForm#replyTo}), above which {@code parent}
   * is shown.
   */
  public byte[] challenge(
      Site site,
      ArticlePage page,
      CommentForm typed,
      Challenge challenge,
      String key,
      List<Problem.Violation> violations,
      @Nullable Comment parent) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("frame", articleFrame(site, page, false));
    model.put("page", page);
    model.put("form", typed);
    model.put("challenge", challenge);
    model.put("key", key);
    model.put("violations", violations);
    model.put("parent", parent);
    return templates.render("challenge.jte", model);
  }

  /** The sentences of a translation, for a reader who would say one of them better. */
  public byte[] sentences(Site site, ArticlePage page, List<Sentence> sentences, boolean thanks) {
    return templates.render(
        "sentences.jte",
        Map.of(
            "frame",
            articleFrame(site, page, false),
            "page",
            page,
            "sentences",
            sentences,
            "thanks",
            thanks));
  }

  /**
   * The form for a better translation of one sentence.
   *
   * @param challenge null for whoever needs none
   */
  public byte[] sentence(
      Site site,
      ArticlePage page,
      Sentence sentence,
      SentenceForm form,
      @Nullable Challenge challenge,
      List<Problem.Violation> violations) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("frame", articleFrame(site, page, false));
    model.put("page", page);
    model.put("sentence", sentence);
    model.put("form", form);
    model.put("challenge", challenge);
    model.put("violations", violations);
    return templates.render("sentence.jte", model);
  }

  /**
   * A comment in the page's language, the original below it.
   *
   * @param text null where it can't be had; {@code violations} say why
   */
  public byte[] tongue(
      Site site,
      ArticlePage page,
      Comment comment,
      @Nullable CommentText text,
      List<Problem.Violation> violations) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("frame", articleFrame(site, page, false));
    model.put("page", page);
    model.put("comment", comment);
    model.put("text", text);
    model.put("violations", violations);
    return templates.render("tongue.jte", model);
  }

  /**
   * Something went wrong, told in the reader's language: 404, 410, 429, 500, 503 or any other
   * status.
   */
  public byte[] problem(@Nullable Site site, String language, int status) {
    Site known = site == null ? UNKNOWN : site;
    Words words = messages.in(language, known.language());
    int told = words.has("problem." + status) ? status : status >= 500 ? 500 : 400;
    Frame frame =
        frame(
            known,
            language,
            "/" + language + "/",
            words.say("problem." + told),
            null,
            Map.of(),
            List.of(),
            false);
    return templates.render("problem.jte", Map.of("frame", frame, "status", status, "told", told));
  }

  private static Map<String, String> places(List<Alternate> alternates) {
    return alternates.stream()
        .filter(a -> !a.fallback())
        .collect(Collectors.toMap(Alternate::language, Alternate::path));
  }

  private Frame articleFrame(Site site, ArticlePage page, boolean index) {
    return frame(
        site,
        page.language(),
        "/" + page.language() + "/" + page.slug(),
        page.title(),
        page.summary(),
        page.editions().stream()
            .collect(
                Collectors.toMap(EditionLink::language, e -> "/" + e.language() + "/" + e.slug())),
        page.alternates(),
        index);
  }

  private Frame frame(
      Site site,
      String language,
      String path,
      String title,
      @Nullable String description,
      Map<String, String> places,
      List<Alternate> alternates,
      boolean index) {
    return new Frame(
        site,
        language,
        messages,
        messages.in(language, site.language()),
        assets,
        path,
        title,
        description,
        places,
        alternates,
        index,
        engines);
  }
}
