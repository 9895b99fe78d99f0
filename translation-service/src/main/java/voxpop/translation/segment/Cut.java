package voxpop.translation.segment;

import java.util.List;

/**
 * A text taken apart: its sentences in reading order, the title first, and what stands around them.
 */
public record Cut(List<Sentence> sentences, List<Piece> skeleton) {}
