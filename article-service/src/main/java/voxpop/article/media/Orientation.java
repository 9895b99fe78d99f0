package voxpop.article.media;

import java.awt.image.BufferedImage;

/** How a camera was held: the eight values of the Exif tag 0x0112 (CIPA DC-008, 4.6.4). */
enum Orientation {
  UPRIGHT,
  MIRRORED,
  UPSIDE_DOWN,
  UPSIDE_DOWN_MIRRORED,
  TRANSPOSED,
  TURN_RIGHT,
  TRANSVERSED,
  TURN_LEFT;

  /** The orientation of a tag's value; anything that the standard doesn't know is upright. */
  static Orientation of(int tag) {
    return tag >= 1 && tag <= 8 ? values()[tag - 1] : UPRIGHT;
  }

  /** Whether width and height change places. */
  boolean sideways() {
    return ordinal() >= TRANSPOSED.ordinal();
  }

  /** The same picture as it was seen. */
  BufferedImage upright(BufferedImage stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    int width = stored.getWidth();
    int height = stored.getHeight();
    int[] from = stored.getRGB(0, 0, width, height, null, 0, width);
    int turnedWidth = sideways() ? height : width;
    int turnedHeight = sideways() ? width : height;
    int[] to = new int[from.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        to[place(x, y, width, height, turnedWidth)] = from[y * width + x];
      }
    }
    BufferedImage turned = new BufferedImage(turnedWidth, turnedHeight, stored.getType());
    turned.setRGB(0, 0, turnedWidth, turnedHeight, to, 0, turnedWidth);
    return turned;
  }

  private int place(int x, int y, int width, int height, int turnedWidth) {
    int right = width - 1 - x;
    int bottom = height - 1 - y;
    return switch (this) {
      case UPRIGHT -> y * turnedWidth + x;
      case MIRRORED -> y * turnedWidth + right;
      case UPSIDE_DOWN -> bottom * turnedWidth + right;
      case UPSIDE_DOWN_MIRRORED -> bottom * turnedWidth + x;
      case TRANSPOSED -> x * turnedWidth + y;
      case TURN_RIGHT -> x * turnedWidth + bottom;
      case TRANSVERSED -> right * turnedWidth + bottom;
      case TURN_LEFT -> right * turnedWidth + y;
    };
  }
}
