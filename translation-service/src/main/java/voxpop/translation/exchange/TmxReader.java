package voxpop.translation.exchange;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;
import voxpop.translation.segment.Inline;

/**
 * Reads TMX 1.4b (GALA, 2005) as a stream, one unit at a time. Nothing that the file names is ever
 * fetched, and it can't define entities: a document type of its own is passed over, and whoever
 * uses an entity of it is refused.
 */
final class TmxReader {
  /** As long as a segment that a person may type. */
  private static final int LONGEST = 50_000;

  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final Pattern HTML = Pattern.compile("(?s)\\s*</?[A-Za-z][^<>]*>.*");

  private final XMLStreamReader xml;
  private @Nullable String headerSource;
  private int number;

  private TmxReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Reads a file.
   *
   * @return how many units it has
   * @throws Problem 400 where it is no TMX, with the line
   */
  static int read(InputStream file, Consumer<TmxUnit> units) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      return new TmxReader(factory.createXMLStreamReader(file)).read(units);
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw refused("is no well-formed XML (line " + line + ")");
    }
  }

  private int read(Consumer<TmxUnit> units) throws XMLStreamException {
    boolean root = false;
    while (xml.hasNext()) {
      int event = next();
      if (event != XMLStreamConstants.START_ELEMENT) continue;
      String name = xml.getLocalName();
      if (!root && !name.equals("tmx")) throw refused("is no TMX: it begins with <" + name + ">");
      root = true;
      if (name.equals("header")) headerSource = language(xml.getAttributeValue(null, "srclang"));
      if (name.equals("tu")) units.accept(unit());
    }
    return number;
  }

  private TmxUnit unit() throws XMLStreamException {
    number++;
    String own = language(xml.getAttributeValue(null, "srclang"));
    String by = xml.getAttributeValue(null, "creationid");
    Map<String, String> texts = new LinkedHashMap<>();
    String language = null;
    for (int event = next(); !ends(event, "tu"); event = next()) {
      if (event != XMLStreamConstants.START_ELEMENT) continue;
      if (xml.getLocalName().equals("tuv")) {
        String tag = xml.getAttributeValue(XML, "lang");
        language = language(tag == null ? xml.getAttributeValue(null, "lang") : tag);
      } else if (xml.getLocalName().equals("seg")) {
        String text = segment();
        if (language != null) texts.putIfAbsent(language, text);
      }
    }
    return new TmxUnit(number, own == null ? headerSource : own, by, texts);
  }

  private String segment() throws XMLStreamException {
    StringBuilder markup = new StringBuilder();
    for (int event = next(); !ends(event, "seg"); event = next()) {
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        markup.append(Inline.words(xml.getText()));
      } else if (event == XMLStreamConstants.START_ELEMENT && !xml.getLocalName().equals("hi")) {
        markup.append(code(xml.getLocalName()));
      }
      if (markup.length() > LONGEST) {
        throw refused(
            "has a segment of more than " + LONGEST + " characters (unit " + number + ")");
      }
    }
    return markup.toString();
  }

  /** What another program's code says; as markup only if it is HTML's. */
  private String code(String element) throws XMLStreamException {
    StringBuilder code = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) depth++;
      else if (event == XMLStreamConstants.END_ELEMENT) depth--;
      else if (depth == 1
          && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
        code.append(xml.getText());
      }
      if (code.length() > LONGEST) throw refused("has code without end in <" + element + ">");
    }
    return HTML.matcher(code).matches() ? code.toString() : "";
  }

  private int next() throws XMLStreamException {
    if (!xml.hasNext()) throw refused("ends in the middle");
    int event = xml.next();
    if (event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw refused("uses the entity “" + xml.getLocalName() + "”, which a TMX file has none of");
    }
    return event;
  }

  private boolean ends(int event, String element) {
    return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element);
  }

  private static @Nullable String language(@Nullable String tag) {
    if (tag == null || tag.isBlank() || tag.equals("*all*")) return null;
    return Locale.forLanguageTag(tag.strip().replace('_', '-')).toLanguageTag();
  }

  private static Problem refused(String why) {
    return Problem.invalid("file", why);
  }
}
