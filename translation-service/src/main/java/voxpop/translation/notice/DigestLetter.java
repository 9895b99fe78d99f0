package voxpop.translation.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import voxpop.translation.mail.Letter;
import voxpop.translation.notice.Accounts.House;
import voxpop.translation.notice.Accounts.Translator;

/** Writes down what went stale: for the eye, with nothing in it that tells who looks at it. */
final class DigestLetter {
  /** In characters: enough to know a sentence by. */
  private static final int LONGEST = 300;

  private final House house;
  private final Translator to;
  private final Digests.Claim claim;
  private final String language;
  private final Words words;

  private DigestLetter(House house, Translator to, Digests.Claim claim) {
    this.house = house;
    this.to = to;
    this.claim = claim;
    this.language = Tongues.first(to.language(), claim.seenIn(), house.language());
    this.words = new Words(language);
  }

  static Letter of(House house, Translator to, Digests.Claim claim) {
    return new DigestLetter(house, to, claim).write();
  }

  private Letter write() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("List-Unsubscribe", "<" + stop() + ">");
    // RFC 8058: a program may do it for its user, by POST; only over https
    if (stop().startsWith("https:")) {
      headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    return new Letter(
        claim.message(),
        to.displayName(),
        to.email(),
        oneLine(words.say("mail.subject", claim.count(), house.name())),
        text(),
        html(),
        language,
        headers);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    text.append(words.say("mail.hello", to.displayName())).append("\n\n");
    text.append(words.say("mail.lead", claim.count(), house.name())).append("\n");
    for (List<StaleSentence> group : groups()) {
      text.append("\n").append(head(group.getFirst())).append("\n");
      for (StaleSentence sentence : group) {
        text.append("\n- ").append(brief(sentence)).append("\n  ");
        text.append(desk(sentence)).append("\n");
      }
    }
    if (more() > 0) text.append("\n").append(words.say("mail.more", more())).append("\n");
    text.append("\n").append(words.say("mail.all")).append(": ").append(all()).append("\n\n-- \n");
    text.append(words.say("mail.why", house.name())).append("\n");
    text.append(words.say("mail.stop")).append(": ").append(stop()).append("\n");
    return text.append(words.say("mail.change"))
        .append(": ")
        .append(account())
        .append("\n")
        .toString();
  }

  private String html() {
    Document page = Document.createShell("");
    page.outputSettings().prettyPrint(false);
    page.selectXpath("/html").forEach(html -> html.attr("lang", language));
    page.head().prependElement("meta").attr("charset", "utf-8");
    page.title(words.say("mail.subject", claim.count(), house.name()));
    Element body = page.body();
    body.appendElement("p").text(words.say("mail.hello", to.displayName()));
    body.appendElement("p").text(words.say("mail.lead", claim.count(), house.name()));
    for (List<StaleSentence> group : groups()) {
      StaleSentence first = group.getFirst();
      body.appendElement("h2").attr("dir", "auto").text(head(first));
      Element list = body.appendElement("ul");
      for (StaleSentence sentence : group) {
        Element item = list.appendElement("li").attr("dir", "auto");
        link(item, desk(sentence), brief(sentence)).attr("lang", sentence.sourceLanguage());
      }
    }
    if (more() > 0) body.appendElement("p").text(words.say("mail.more", more()));
    link(body.appendElement("p"), all(), words.say("mail.all"));
    body.appendElement("hr");
    body.appendElement("p").text(words.say("mail.why", house.name()));
    link(body.appendElement("p"), stop(), words.say("mail.stop"));
    link(body.appendElement("p"), account(), words.say("mail.change"));
    return "<!DOCTYPE html>\n" + page.html();
  }

  private static Element link(Element in, String address, String text) {
    return in.appendElement("a").attr("href", address).text(text);
  }

  /** By article and language, in the order of what went stale last. */
  private List<List<StaleSentence>> groups() {
    Map<String, List<StaleSentence>> groups = new LinkedHashMap<>();
    for (StaleSentence one : claim.sentences()) {
      groups.computeIfAbsent(one.article() + one.language(), key -> new ArrayList<>()).add(one);
    }
    return List.copyOf(groups.values());
  }

  private String head(StaleSentence one) {
    return oneLine(words.say("mail.into", one.title(), words.nameOf(one.language())));
  }

  private static String brief(StaleSentence one) {
    String words = oneLine(one.words());
    if (words.codePointCount(0, words.length()) <= LONGEST) return words;
    return words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private int more() {
    return claim.count() - claim.sentences().size();
  }

  private String desk(StaleSentence one) {
    String segment = one.segment().toString();
    return house.link(
        "/studio/translate/%s/%s?at=%s#s-%s"
            .formatted(one.article(), one.language(), segment, segment));
  }

  private String all() {
    return house.link("/studio/translate/stale");
  }

  private String account() {
    return house.link("/studio/account");
  }

  private String stop() {
    return house.link("/mail/unsubscribe/" + to.token());
  }
}
