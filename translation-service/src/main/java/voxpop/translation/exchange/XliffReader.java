package voxpop.translation.exchange;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;
import voxpop.translation.segment.Codes;

/**
 * Reads XLIFF 2.0 to 2.2. Declarations of a document's type are refused, and with them every entity
 * (CWE-776, CWE-611); of codes only the numbers are believed.
 */
final class XliffReader {
  /** More than any article, or all that went stale, has; what is beyond is no translation. */
  private static final int MOST_UNITS = 20_000;

  private final XMLStreamReader xml;
  private final List<XliffUnit> units = new ArrayList<>();

  private @Nullable UUID article;
  private @Nullable UUID segment;
  private @Nullable String state;
  private @Nullable Integer version;
  private List<Codes.Part> source = new ArrayList<>();
  private @Nullable List<Codes.Part> target;
  private @Nullable List<Codes.Part> into;
  private final Deque<Integer> open = new ArrayDeque<>();
  private boolean isVersion;

  private XliffReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** A file's sentences, and the languages that it is about. */
  record Read(String from, @Nullable String to, List<XliffUnit> units) {}

  /**
   * Reads a file.
   *
   * @throws Problem 400 if it is no XLIFF 2, or one that this house didn't write
   */
  static Read read(String file) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(file));
      return new XliffReader(xml).document();
    } catch (XMLStreamException | NumberFormatException malformed) {
      throw refused("is no well-formed XLIFF: " + firstLine(malformed));
    }
  }

  private Read document() throws XMLStreamException {
    String from = null;
    String to = null;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD ->
            throw refused("declares a document type: entities are not taken");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw refused("refers to an entity: entities are not taken");
        case XMLStreamConstants.START_ELEMENT -> {
          if (from == null) {
            checkRoot();
            from = String.valueOf(attribute("srcLang"));
            to = attribute("trgLang");
          } else if (XliffWriter.METADATA.equals(xml.getNamespaceURI())) {
            isVersion = "meta".equals(xml.getLocalName()) && "version".equals(attribute("type"));
          } else if (XliffWriter.XLIFF.equals(xml.getNamespaceURI())) {
            start(xml.getLocalName());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          isVersion = false;
          if (XliffWriter.XLIFF.equals(xml.getNamespaceURI())) end(xml.getLocalName());
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml.getText());
        default -> {}
      }
    }
    if (from == null) throw refused("is empty");
    return new Read(from, to, units);
  }

  private void checkRoot() {
    boolean xliff =
        "xliff".equals(xml.getLocalName()) && XliffWriter.XLIFF.equals(xml.getNamespaceURI());
    String told = attribute("version");
    if (!xliff || told == null || !told.matches("2\\.[0-2]")) {
      throw refused("is no XLIFF 2.0, 2.1 or 2.2");
    }
  }

  private void start(String name) {
    switch (name) {
      case "file" -> article = id();
      case "unit" -> {
        segment = id();
        state = null;
        version = null;
        source = new ArrayList<>();
        target = null;
        open.clear();
      }
      case "segment" -> state = weaker(state, attribute("state"));
      case "source" -> into = source;
      case "target" -> into = target = target == null ? new ArrayList<>() : target;
      case "pc", "sc" -> {
        int number = number("id");
        if (name.equals("pc")) open.push(number);
        add(new Codes.Open(number));
      }
      case "ec" -> add(new Codes.Close(number("startRef")));
      case "ph" -> add(new Codes.Standing(number("id")));
      case "cp" -> text(Character.toString(Integer.parseInt(hex(), 16)));
      default -> {}
    }
  }

  private void end(String name) {
    switch (name) {
      case "pc" -> {
        if (into != null && !open.isEmpty()) add(new Codes.Close(open.pop()));
      }
      case "source", "target" -> into = null;
      case "unit" -> {
        if (article == null || segment == null) throw refused("has a unit outside of a file");
        units.add(new XliffUnit(article, segment, state, version, source, target));
        if (units.size() > MOST_UNITS) throw refused("has more than " + MOST_UNITS + " units");
      }
      default -> {}
    }
  }

  private void text(String text) {
    if (isVersion && text.strip().matches("\\d{1,9}")) version = Integer.parseInt(text.strip());
    else if (into != null) add(new Codes.Words(text));
  }

  private void add(Codes.Part part) {
    if (into != null) into.add(part);
  }

  /** Of a unit that a program has cut, the part that is least done. */
  private static @Nullable String weaker(@Nullable String one, @Nullable String other) {
    List<String> order = List.of("initial", "translated", "reviewed", "final");
    if (one == null || other == null) return one == null ? other : one;
    return order.indexOf(one) < order.indexOf(other) ? one : other;
  }

  private UUID id() {
    String id = attribute("id");
    try {
      return UUID.fromString(String.valueOf(id));
    } catch (IllegalArgumentException e) {
      throw refused("wasn't exported here: “" + id + "” is no sentence or article of this house");
    }
  }

  private int number(String attribute) {
    String number = attribute(attribute);
    return number != null && number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
  }

  private String hex() {
    String hex = attribute("hex");
    return hex != null && hex.matches("[0-9A-Fa-f]{1,4}") ? hex : "FFFD";
  }

  private @Nullable String attribute(String name) {
    return xml.getAttributeValue(null, name);
  }

  private static String firstLine(Exception malformed) {
    String told = String.valueOf(malformed.getMessage());
    return told.lines().findFirst().orElse("");
  }

  private static Problem refused(String why) {
    return Problem.invalid("xliff", "file", why);
  }
}
