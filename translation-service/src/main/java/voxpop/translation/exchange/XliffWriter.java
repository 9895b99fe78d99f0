package voxpop.translation.exchange;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import voxpop.translation.document.Translation;
import voxpop.translation.segment.Codes;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.State;

/**
 * Writes XLIFF 2.1 (OASIS Standard, 13 February 2018): a file an article, a unit a sentence, inline
 * tags as codes with their original data. The version of each sentence goes along as metadata, so
 * that an import can tell what has changed meanwhile.
 */
final class XliffWriter {
  static final String XLIFF = "urn:oasis:names:tc:xliff:document:2.0";
  static final String METADATA = "urn:oasis:names:tc:xliff:metadata:2.0";

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;

  private XliffWriter() throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
  }

  /** One document: all of these translations are from one language into one other. */
  static String write(String from, String to, List<Translation> translations) {
    try {
      XliffWriter writer = new XliffWriter();
      writer.document(from, to, translations);
      return writer.out.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string can't be written to", e);
    }
  }

  private void document(String from, String to, List<Translation> translations)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("xliff");
    xml.writeDefaultNamespace(XLIFF);
    xml.writeNamespace("mda", METADATA);
    xml.writeAttribute("version", "2.1");
    xml.writeAttribute("srcLang", from);
    xml.writeAttribute("trgLang", to);
    for (Translation translation : translations) file(translation);
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }

  private void file(Translation translation) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("file");
    xml.writeAttribute("id", translation.document().article().toString());
    xml.writeAttribute("original", "/api/articles/" + translation.document().article());
    xml.writeAttribute("canResegment", "no");
    for (Line line : translation.lines()) unit(line);
    xml.writeEndElement();
  }

  private void unit(Line line) throws XMLStreamException {
    Codes codes = Codes.of(line.segment().kind(), line.segment().source());
    String text = line.target().text();
    List<Codes.Part> target = text == null ? null : codes.target(text);
    xml.writeCharacters("\n");
    xml.writeStartElement("unit");
    xml.writeAttribute("id", line.segment().id().toString());
    xml.writeAttribute("name", line.segment().kind().toString());
    metadata(line);
    originalData(codes);
    xml.writeStartElement("segment");
    xml.writeAttribute("state", state(line.state()));
    if (line.state() == State.STALE) xml.writeAttribute("subState", "voxpop:stale");
    content("source", codes, codes.source());
    if (target != null) content("target", codes, target);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void metadata(Line line) throws XMLStreamException {
    xml.writeStartElement("mda", "metadata", METADATA);
    xml.writeStartElement("mda", "metaGroup", METADATA);
    xml.writeAttribute("category", "voxpop");
    xml.writeStartElement("mda", "meta", METADATA);
    xml.writeAttribute("type", "version");
    xml.writeCharacters(String.valueOf(line.version()));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void originalData(Codes codes) throws XMLStreamException {
    if (codes.all().isEmpty()) return;
    xml.writeStartElement("originalData");
    for (Codes.Code code : codes.all()) {
      data("o" + code.number(), code.open());
      if (code.spans()) data("c" + code.number(), code.close());
    }
    xml.writeEndElement();
  }

  private void data(String id, String value) throws XMLStreamException {
    xml.writeStartElement("data");
    xml.writeAttribute("id", id);
    characters(value);
    xml.writeEndElement();
  }

  private void content(String name, Codes codes, List<Codes.Part> parts) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
    for (Codes.Part part : parts) {
      switch (part) {
        case Codes.Words words -> characters(words.text());
        case Codes.Open code -> open(codes.all().get(code.number() - 1));
        case Codes.Close code -> xml.writeEndElement();
        case Codes.Standing code -> {
          xml.writeEmptyElement("ph");
          xml.writeAttribute("id", String.valueOf(code.number()));
          xml.writeAttribute("dataRef", "o" + code.number());
        }
      }
    }
    xml.writeEndElement();
  }

  private void open(Codes.Code code) throws XMLStreamException {
    xml.writeStartElement("pc");
    xml.writeAttribute("id", String.valueOf(code.number()));
    xml.writeAttribute("dataRefStart", "o" + code.number());
    xml.writeAttribute("dataRefEnd", "c" + code.number());
  }

  /** XML 1.0 has no place for most control characters: XLIFF has {@code cp} for them. */
  private void characters(String text) throws XMLStreamException {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' || c == '\t' || c == '\n' || c == '\r') continue;
      xml.writeCharacters(text.substring(from, i));
      xml.writeEmptyElement("cp");
      xml.writeAttribute("hex", "%04X".formatted((int) c));
      from = i + 1;
    }
    xml.writeCharacters(text.substring(from));
  }

  private static String state(@Nullable State state) {
    return switch (state) {
      case APPROVED -> "final";
      case MACHINE, DRAFT -> "translated";
      case null, default -> "initial";
    };
  }
}
