package voxpop.translation.exchange;

import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import voxpop.translation.memory.MemoryEntry;
import voxpop.translation.segment.Inline;

/** Writes TMX 1.4b, level 2: inline tags as native codes, paired. */
final class TmxWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** What no XML 1.0 may hold. */
  private static final Pattern UNSPEAKABLE =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private TmxWriter() {}

  static String head(String from) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header"
        + " creationtool=\"Voxpop\" creationtoolversion=\"1.0\" segtype=\"sentence\""
        + " o-tmf=\"Voxpop\" adminlang=\"en\" srclang=\""
        + from
        + "\" datatype=\"html\"/>\n<body>\n";
  }

  static String foot() {
    return "</body>\n</tmx>\n";
  }

  static String units(List<MemoryEntry> entries) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      for (MemoryEntry entry : entries) {
        xml.writeStartElement("tu");
        xml.writeAttribute("tuid", entry.id().toString());
        xml.writeAttribute("creationdate", TIME.format(entry.createdAt()));
        xml.writeAttribute("creationid", speakable(entry.origin()));
        variant(xml, entry.sourceLanguage(), entry.source());
        variant(xml, entry.language(), entry.text());
        xml.writeEndElement();
        xml.writeCharacters("\n");
      }
      xml.flush();
      return out.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // a string writer fails never
    }
  }

  private static void variant(XMLStreamWriter xml, String language, String markup)
      throws XMLStreamException {
    xml.writeStartElement("tuv");
    xml.writeAttribute("xml:lang", language);
    xml.writeStartElement("seg");
    for (Inline bit : Inline.of(markup)) write(xml, bit);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void write(XMLStreamWriter xml, Inline bit) throws XMLStreamException {
    String element =
        switch (bit.type()) {
          case WORDS -> null;
          case OPEN -> "bpt";
          case CLOSE -> "ept";
          case STANDING -> "ph";
        };
    if (element == null) {
      xml.writeCharacters(speakable(bit.text()));
      return;
    }
    xml.writeStartElement(element);
    if (bit.pair() > 0) xml.writeAttribute("i", String.valueOf(bit.pair()));
    xml.writeCharacters(speakable(bit.text()));
    xml.writeEndElement();
  }

  private static String speakable(String text) {
    return UNSPEAKABLE.matcher(text).replaceAll("");
  }
}
