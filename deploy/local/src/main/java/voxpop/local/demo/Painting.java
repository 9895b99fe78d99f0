package voxpop.local.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** The pictures of the sample articles, painted when they are needed: flat shapes and a sky. */
final class Painting {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1000;

  private final Graphics2D brush;
  // the same every time
  private final Random random = new Random(7);

  private Painting(Graphics2D brush) {
    this.brush = brush;
  }

  static byte[] jpeg(String scene) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Painting painting = new Painting(brush);
    switch (scene) {
      case "skyline" -> painting.skyline();
      case "coast" -> painting.coast();
      case "desk" -> painting.desk();
      case "bread" -> painting.bread();
      case "train" -> painting.train();
      default -> throw new IllegalArgumentException(scene);
    }
    brush.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }

  private void skyline() {
    sky(0x1b2145, 0xe8926b);
    for (int row = 0; row < 3; row++) {
      Color front = new Color[] {rgb(0x59466b), rgb(0x36315a), rgb(0x1a1b38)}[row];
      for (int x = -20; x < WIDTH; ) {
        int width = 90 + random.nextInt(110);
        int top = 430 + row * 130 + random.nextInt(170);
        box(front, x, top, width, HEIGHT - top);
        for (int y = top + 30; row > 0 && y < HEIGHT - 60; y += 62) {
          for (int window = x + 18; window < x + width - 34; window += 46) {
            if (random.nextInt(11) == 0) {
              box(rgb(0xffd98a), window, y, 20, 30);
            }
          }
        }
        x += width + random.nextInt(14);
      }
    }
  }

  private void coast() {
    sky(0x7fb4d9, 0xfbe3bd);
    disc(rgb(0xfff3d1), 1180, 360, 95);
    box(rgb(0x3f7f9f), 0, 560, WIDTH, HEIGHT);
    for (int i = 0; i < 46; i++) {
      box(rgb(0x79adc2), random.nextInt(WIDTH), 580 + i * 9, 50 + random.nextInt(120), 3);
    }
    hill(rgb(0x6d8f5a), 640, 760, 1000, 520, 1700, 600);
    box(rgb(0xf6f1e6), 1250, 380, 58, 190);
    box(rgb(0xc65146), 1250, 430, 58, 44);
    box(rgb(0xc65146), 1250, 515, 58, 40);
    box(rgb(0x3b3b46), 1240, 352, 78, 30);
    disc(rgb(0xffe48f), 1279, 352, 20);
    hill(rgb(0x88a763), 200, 1000, 900, 640, 1800, 760);
    Path2D road = new Path2D.Double();
    road.moveTo(620, 1000);
    road.quadTo(900, 800, 1190, 716);
    road.lineTo(1216, 716);
    road.quadTo(1010, 820, 860, 1000);
    brush.setColor(rgb(0xe9dcc3));
    brush.fill(road);
  }

  private void desk() {
    brush.setColor(rgb(0x4a3a35));
    brush.fillRect(0, 0, WIDTH, HEIGHT);
    brush.setPaint(new GradientPaint(0, 80, rgb(0x2b3a67), 0, 620, rgb(0xd98e73)));
    brush.fill(new Rectangle2D.Double(180, 80, 760, 560));
    hill(rgb(0x2f3550), 180, 640, 520, 480, 940, 640);
    box(rgb(0x6b544b), 550, 80, 22, 560);
    box(rgb(0x6b544b), 180, 350, 760, 18);
    brush.setPaint(new GradientPaint(0, 660, rgb(0xa8734a), 0, HEIGHT, rgb(0x7a4e30)));
    brush.fill(new Rectangle2D.Double(0, 660, WIDTH, 340));
    brush.setColor(new Color(255, 222, 150, 70));
    brush.fill(new Ellipse2D.Double(820, 420, 760, 560));
    box(rgb(0x2e2a2c), 1290, 330, 16, 380);
    disc(rgb(0x2e2a2c), 1298, 715, 70, 22);
    Path2D shade = new Path2D.Double();
    shade.moveTo(1230, 230);
    shade.lineTo(1366, 230);
    shade.lineTo(1420, 370);
    shade.lineTo(1176, 370);
    shade.closePath();
    brush.setColor(rgb(0xf0c869));
    brush.fill(shade);
    page(rgb(0xfaf3e3), 560, 730, 860, 700);
    page(rgb(0xf2e8d2), 860, 700, 1170, 735);
    brush.setColor(rgb(0x8a94a8));
    brush.setStroke(new BasicStroke(3));
    for (int line = 0; line < 6; line++) {
      brush.drawLine(600 + line * 6, 770 + line * 26, 820, 750 + line * 26);
    }
    brush.setColor(rgb(0xd9a441));
    brush.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.drawLine(930, 860, 1120, 790);
  }

  private void bread() {
    sky(0xf3dfc1, 0xe6b980);
    brush.setPaint(new GradientPaint(0, 560, rgb(0x9b6a43), 0, HEIGHT, rgb(0x70472b)));
    brush.fill(new Rectangle2D.Double(0, 560, WIDTH, 440));
    for (int y = 600; y < HEIGHT; y += 90) {
      box(rgb(0x7d5233), 0, y, WIDTH, 4);
    }
    page(rgb(0xdfe6ea), 260, 760, 1120, 720);
    disc(new Color(60, 35, 20, 90), 700, 760, 420, 60);
    brush.setPaint(new GradientPaint(0, 430, rgb(0xd99a54), 0, 780, rgb(0x8f5526)));
    brush.fill(new RoundRectangle2D.Double(330, 430, 740, 340, 560, 330));
    brush.setColor(rgb(0xf3d9a8));
    brush.setStroke(new BasicStroke(20, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int cut = 0; cut < 4; cut++) {
      brush.drawLine(500 + cut * 120, 500 + cut % 2 * 12, 450 + cut * 120, 640);
    }
    disc(rgb(0x38607a), 1290, 690, 170, 70);
    brush.fill(new RoundRectangle2D.Double(1120, 690, 340, 150, 200, 180));
    disc(rgb(0xf7f1e4), 1290, 690, 140, 50);
  }

  private void train() {
    sky(0x0e1433, 0x44507e);
    for (int star = 0; star < 130; star++) {
      disc(rgb(0xdfe4ff), random.nextInt(WIDTH), random.nextInt(520), 1 + random.nextInt(2));
    }
    Area moon = new Area(new Ellipse2D.Double(248, 138, 164, 164));
    moon.subtract(new Area(new Ellipse2D.Double(292, 126, 148, 148)));
    brush.setColor(rgb(0xf7efcf));
    brush.fill(moon);
    hill(rgb(0x232b52), 0, 660, 420, 520, 900, 640);
    hill(rgb(0x1c2346), 600, 660, 1100, 500, 1700, 650);
    box(rgb(0x12172f), 0, 640, WIDTH, HEIGHT);
    for (int wagon = 0; wagon < 4; wagon++) {
      int x = 120 + wagon * 372;
      brush.setColor(rgb(0x8d2f3a));
      brush.fill(new RoundRectangle2D.Double(x, 560, 356, 130, 26, 26));
      box(rgb(0x6b222c), x, 650, 356, 16);
      for (int window = 0; window < 5; window++) {
        box(rgb(0xffdf94), x + 26 + window * 64, 588, 46, 42);
        box(new Color(255, 223, 148, 40), x + 16 + window * 64, 712, 66, 26);
      }
      disc(rgb(0x0b0e1d), x + 70, 694, 18);
      disc(rgb(0x0b0e1d), x + 286, 694, 18);
    }
    box(rgb(0x3b4063), 0, 710, WIDTH, 5);
  }

  private void sky(int above, int below) {
    brush.setPaint(new GradientPaint(0, 0, rgb(above), 0, HEIGHT * 0.7f, rgb(below)));
    brush.fillRect(0, 0, WIDTH, HEIGHT);
  }

  private void box(Color colour, int x, int y, int width, int height) {
    brush.setColor(colour);
    brush.fillRect(x, y, width, height);
  }

  private void disc(Color colour, int x, int y, int radius) {
    disc(colour, x, y, radius, radius);
  }

  private void disc(Color colour, int x, int y, int across, int down) {
    brush.setColor(colour);
    brush.fill(new Ellipse2D.Double(x - across, y - down, across * 2.0, down * 2.0));
  }

  private void hill(Color colour, int left, int foot, int middle, int top, int right, int end) {
    Path2D hill = new Path2D.Double();
    hill.moveTo(left, Math.max(foot, end));
    hill.lineTo(left, foot);
    hill.quadTo((left + middle) / 2.0, top, middle, top);
    hill.quadTo((middle + right) / 2.0, top, right, end);
    hill.lineTo(right, HEIGHT);
    hill.lineTo(left, HEIGHT);
    hill.closePath();
    brush.setColor(colour);
    brush.fill(hill);
  }

  private void page(Color colour, int left, int leftTop, int right, int rightTop) {
    Path2D page = new Path2D.Double();
    page.moveTo(left, leftTop);
    page.lineTo(right, rightTop);
    page.lineTo(right + 20, rightTop + 210);
    page.lineTo(left - 20, leftTop + 210);
    page.closePath();
    brush.setColor(colour);
    brush.fill(page);
  }

  private static Color rgb(int value) {
    return new Color(value);
  }
}
